import { type Finding, type Reading, wrong } from './findings'

const VERSIONED = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum)) AS keys
  FROM pg_class c
  JOIN pg_class h ON h.relname = c.relname || '_history' AND h.relnamespace = c.relnamespace
  JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
  WHERE c.relnamespace = 'board'::regnamespace GROUP BY c.relname`

/** What a row was and is, as one line of intervals: each ends where the next begins, the last is the current row. */
const brokenLines = (table: string, keys: string) => `
  WITH spans AS (
    SELECT ${keys}, lower(valid) AS since, upper(valid) AS till FROM board.${table}_history
    UNION ALL SELECT ${keys}, valid_from, NULL FROM board.${table}),
  lines AS (SELECT *, lead(since) OVER (PARTITION BY ${keys} ORDER BY since) AS next FROM spans)
  SELECT concat_ws(' ', ${keys}) AS key, since::text, till::text FROM lines
  WHERE till IS DISTINCT FROM next OR till <= since LIMIT 100`

/** A row is written under the stamp of a committed chunk, never under another moment. */
const strangeStamps = (table: string) => `
  SELECT since::text FROM (SELECT lower(valid) AS since FROM board.${table}_history
    UNION SELECT valid_from FROM board.${table}) s
  WHERE NOT EXISTS (SELECT FROM chunk WHERE stamp = since) LIMIT 100`

/** The past of a cell shows its reports in the order of the topic. */
const TURNED_BACK = `
  WITH shown AS (
    SELECT zone, subject, region, period, event_id, lower(valid) AS since FROM board.progress_history
    UNION ALL SELECT zone, subject, region, period, event_id, valid_from FROM board.progress),
  placed AS (
    SELECT s.*, e."offset", lag(e."offset") OVER (PARTITION BY s.zone, s.subject, s.region, s.period ORDER BY since) AS before
    FROM shown s JOIN ingested_event e ON e.event_id = s.event_id::uuid)
  SELECT concat_ws(' ', subject, region, period) AS key, since::text FROM placed WHERE "offset" < before LIMIT 100`

/** What stood on a cell at the end of each chunk that reported on it is in the past, from that chunk's stamp on. */
const FORGOTTEN = `
  WITH stood AS (
    SELECT DISTINCT ON (e.subject, e.region, e.period, e.chunk_id) e.subject, e.region, e.period, e.event_id, c.stamp
    FROM ingested_event e JOIN chunk c ON c.id = e.chunk_id WHERE e.topic ~ '^lianxi\\.[0-9]{6}\\.'
    ORDER BY e.subject, e.region, e.period, e.chunk_id, e."offset" DESC),
  shown AS (
    SELECT subject, region, period, event_id, lower(valid) AS since FROM board.progress_history
    UNION ALL SELECT subject, region, period, event_id, valid_from FROM board.progress)
  SELECT concat_ws(' ', subject, region, period) AS key, stamp::text AS since FROM stood t
  WHERE NOT EXISTS (SELECT FROM shown s WHERE (s.subject, s.region, s.period, s.event_id::uuid, s.since)
                                            = (t.subject, t.region, t.period, t.event_id, t.stamp)) LIMIT 100`

/** The board's past: intervals without overlap or gap, stamps of real chunks, no report forgotten, none turned back. */
export async function checkHistory(database: Reading): Promise<Finding[]> {
  const findings: Finding[] = []
  const { rows: tables } = await database.query<{ name: string; keys: string[] }>(VERSIONED)
  if (tables.length === 0) return [wrong('the board has no versioned tables')]
  for (const { name, keys } of tables) {
    const broken = await database.query<{ key: string; since: string; till: string | null }>(
      brokenLines(name, keys.join(', ')),
    )
    for (const { key, since, till } of broken.rows)
      findings.push(wrong(`${name} ${key}: ${since} to ${till ?? 'now'} does not join what follows`))
    const strange = await database.query<{ since: string }>(strangeStamps(name))
    for (const { since } of strange.rows) findings.push(wrong(`${name} was written at ${since}, no chunk's stamp`))
  }
  const turned = await database.query<{ key: string; since: string }>(TURNED_BACK)
  const forgotten = await database.query<{ key: string; since: string }>(FORGOTTEN)
  for (const { key, since } of forgotten.rows)
    findings.push(wrong(`${key}: what stood from ${since} is not in its past`))
  for (const { key, since } of turned.rows) findings.push(wrong(`${key} fell back to an earlier report at ${since}`))
  return findings
}
