import { searchWords } from '@lianxi/schema/search-words'
import { empty, join, raw, type Sql, sql } from '../../client'
import { type Board, CURRENT } from './board'

/**
 * Fragments every reader of the board uses. Rows leave PostgreSQL as JSON of a view's own shape, and zod reads them:
 * no figure passes through a float, and an unexpected row is noticed. Aliases are ours, never a person's input.
 */
const on = (alias: string) => raw(alias)

/** The cells as they stand, for what is only asked of the present. */
export const progressTable: Sql = CURRENT.progress

/** Chunk `alias` was committed when the board was as it is read. */
export const until = (alias: string, { asOf }: Board): Sql =>
  asOf === null ? sql`true` : sql`${on(alias)}.stamp <= ${asOf}::timestamptz`

/** Month of its year in which a period ends, by its name alone: `2025Q3` → 9. */
export const endMonth = (period: Sql): Sql =>
  sql`CASE substr(${period}, 5, 1) WHEN '' THEN 12 WHEN 'H' THEN right(${period}, 1)::int * 6
    WHEN 'Q' THEN right(${period}, 1)::int * 3 ELSE right(${period}, 2)::int END`

/** Month count at which a period ends; comparable over frequencies. */
export const periodEnd = (alias: string): Sql => {
  const p = on(alias)
  return sql`(${p}.year * 12 + ${endMonth(sql`${p}.period`)})`
}

/** The zone's secretariat, whom notices go to; null where none is listed. */
export const secretariatOf = (zone: string): Sql =>
  sql`(SELECT min(code) FROM board.fact WHERE zone = ${zone} AND kind = 'body' AND doc->>'kind' = 'secretariat')`

/** ISO 8601 in UTC with milliseconds. */
export const iso = (column: string): Sql =>
  sql`to_char(${on(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Calendar day in China, `2025-10-12`. */
export const dayInChina = (column: string): Sql =>
  sql`to_char(${on(column)} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`

/** Minute in China, `2025-10-12 18:00`. */
export const minuteInChina = (column: string): Sql =>
  sql`to_char(${on(column)} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`

/** A stamp keeps its microseconds: it is an id, not only a time. */
export const stampText = (column: string): Sql =>
  sql`to_char(${on(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Names and values of a report's figures, for a JSON object. */
export const figurePairs = (alias: string): Sql => {
  const p = on(alias)
  return sql`'value', trim_scale(${p}.value)::text, 'stage', ${p}.stage, 'investedYearWan', ${p}.invested_year_wan,
    'investedTotalWan', ${p}.invested_total_wan, 'progressPercent', trim_scale(${p}.progress_percent)::text`
}

/** `LastFigure` of a progress row; null where the row is. */
export const figureJson = (alias: string): Sql => {
  const p = on(alias)
  return sql`CASE WHEN ${p}.period IS NULL THEN NULL ELSE
    jsonb_build_object('period', ${p}.period, 'reportedAt', ${iso(`${alias}.reported_at`)}, ${figurePairs(alias)}) END`
}

/** `Cell` of a progress row, with objections still as codes and findings beside them; null where the row is. */
export const cellJson = (alias: string): Sql => {
  const p = on(alias)
  return sql`CASE WHEN ${p}.period IS NULL THEN NULL ELSE jsonb_build_object(
    'region', ${p}.region, 'period', ${p}.period, 'state', ${p}.state, 'dueAt', ${iso(`${alias}.due_at`)},
    'late', ${p}.late, 'nil', ${p}.nil, 'confirmed', ${p}.confirmed, 'conflict', ${p}.conflict,
    'objections', coalesce(to_jsonb(${p}.objections), '[]'), 'findings', ${p}.findings, 'revision', ${p}.revision, 'reports', ${p}.reports,
    'eventId', ${p}.event_id, 'reportedAt', ${iso(`${alias}.reported_at`)}, ${figurePairs(alias)}) END`
}

/** How a body's reports of a kind come in (报送方式): what was assigned last, else the web. */
export const channelOf = (zone: Sql, body: Sql, kind: Sql): Sql => sql`coalesce((SELECT c.doc->>'channel'
  FROM board.fact c WHERE c.zone = ${zone} AND c.kind = 'channel' AND c.code = ${body} || ':' || ${kind}), 'web')`

/**
 * The body that holds duty `alias` in a period of its frequency, null where nobody does yet; such periods of one year
 * sort as text.
 */
export const dutyBody = (alias: string, period: Sql): Sql => {
  const d = on(alias)
  return sql`CASE WHEN ${d}.holders IS NULL THEN ${d}.body ELSE (
    SELECT h.holder->>'body' FROM jsonb_array_elements(${d}.holders) WITH ORDINALITY AS h (holder, n)
    WHERE h.holder->>'from' IS NULL OR h.holder->>'from' <= ${period} ORDER BY h.n DESC LIMIT 1) END`
}

/** The subject of a code, as row `name`: looked up for each row. */
export const subjectOf = (zone: string, code: Sql, name: string, board: Board): Sql => sql`LEFT JOIN LATERAL (
    SELECT o.* FROM ${board.subject} o WHERE o.zone = ${zone} AND o.code = ${code} LIMIT 1) ${on(name)} ON true`

/** The latest figure of `alias`'s subject and region that ended before `end`, as row `name`; `where`: only where it is wanted. */
export const lastFigure = (alias: string, name: string, end: Sql, board: Board = CURRENT, where = empty): Sql => {
  const p = on(alias)
  return sql`LEFT JOIN LATERAL (
    SELECT q.* FROM ${board.progress} q
    WHERE q.zone = ${p}.zone AND q.region = ${p}.region AND q.subject = ${p}.subject AND q.state = 'reported'
      AND (q.value IS NOT NULL OR q.stage IS NOT NULL) AND ${periodEnd('q')} < ${end} ${where}
    ORDER BY ${periodEnd('q')} DESC LIMIT 1) ${on(name)} ON true`
}

/** The item that asks for `alias`'s subject and region in a year: the first of its lists. */
export const firstItem = (alias: string, name: string, year: Sql, board: Board = CURRENT): Sql => {
  const p = on(alias)
  return sql`LEFT JOIN LATERAL (
    SELECT i.* FROM ${board.item} i
    WHERE i.zone = ${p}.zone AND i.subject = ${p}.subject AND i.region = ${p}.region AND i.year = ${year}
    ORDER BY i.position, i.code LIMIT 1) ${on(name)} ON true`
}

/** The topic of a cell's reports: the region's own. */
export const reportTopic = (alias: string): Sql =>
  sql`'lianxi.' || ${on(alias)}.region || '.' || ${on(alias)}.kind || '.v1'`

/** Report `alias` says itself that there is a problem: as the two indexes of only those have it. */
export const saysTrouble = (alias: string): Sql => {
  const e = on(alias)
  return sql`${e}.period IS NOT NULL AND (${e}.data->'content'->>'problems' <> ''
    OR jsonb_array_length(coalesce(${e}.data->'content'->'matters', '[]')) > 0)`
}

/** Event and topic of a period's reports that say themselves that there is a problem. */
export const troubled = (periods: readonly string[], regions: readonly string[]): Sql => sql`
  SELECT e.event_id, e.topic FROM ingested_event e
  WHERE e.period = ANY(${periods}) AND e.region = ANY(${regions}) AND ${saysTrouble('e')}`

/** The event behind a cell's current report: its topic is the region's own, so the primary key finds it. */
export const currentReport = (alias: string, name: string): Sql => {
  const p = on(alias)
  return sql`LEFT JOIN ingested_event ${on(name)} ON ${on(name)}.event_id = ${p}.event_id
    AND ${on(name)}.topic = ${reportTopic(alias)}`
}

/** Each word somebody typed is in one of the columns, however letters and spaces are written: as `findsAll` says of texts. */
export const findsAllIn = (typed: string | undefined, columns: readonly Sql[]): Sql => {
  const there = columns.map((column) => sql`regexp_replace(lower(normalize(${column}, NFKC)), '\\s+', '', 'g')`)
  const found = searchWords(typed).map((word) => {
    const pattern = likePattern(word)
    return sql`(${join(
      there.map((text) => sql`${text} LIKE ${pattern}`),
      ' OR ',
    )})`
  })
  return found.length === 0 ? sql`true` : join(found, ' AND ')
}

/** Escapes what LIKE would read as a pattern. */
export const likePattern = (part: string): string => `%${part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
