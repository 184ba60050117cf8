import type { EventType } from '@lianxi/schema/events/registry'
import type { ClientBase } from 'pg'
import { sameIndicator } from './load-series'
import { typesWith } from './reach'

export type SubjectKey = { zone: string; subject: string }

/** A step reads at most this many transactions of the stream: forty thousand events. */
const READ_CHUNKS = 20

/** An indicator `i` whose targets are shares that are worked out (ADR 35). */
const OF_SHARE = `i.kind = 'indicator' AND i.doc->'share' IS NOT NULL`
/** Joins the targets of an indicator and of all that count as the same. */
const measuring = (subject: string, code: string): string => `
    JOIN LATERAL ${sameIndicator('i.zone', code)} same ON true
    JOIN subject ${subject} ON ${subject}.zone = i.zone AND ${subject}.kind = 'target' AND ${subject}.doc->>'indicator' = same.code`

const NEWS = `
  WITH read AS (
    SELECT id, topic, from_offset, to_offset, stamp FROM chunk WHERE stamp > $1::timestamptz ORDER BY stamp LIMIT ${READ_CHUNKS}),
  said AS MATERIALIZED (
    SELECT e.type, e.subject AS code, split_part(e.topic, '.', 2) AS owner,
           coalesce(e.data->'item'->>'subject', e.data->>'subject') AS of_item, e.data->>'zone' AS zone,
           e.data->>'body' AS body, e.data->>'period' AS period,
           CASE WHEN e.type = ANY ($9) THEN coalesce(e.data->>'into', e.data->>'from') END AS other
    FROM read c JOIN ingested_event e
      ON e.topic = c.topic AND e.partition = 0 AND e."offset" BETWEEN c.from_offset AND c.to_offset AND e.chunk_id = c.id),
  touched AS (
    SELECT CASE WHEN owner LIKE 'Z-%' THEN owner ELSE zone END AS zone, code AS subject FROM said WHERE type = ANY ($2)
    UNION
    SELECT owner, of_item FROM said WHERE type = ANY ($3)
    UNION
    SELECT h.zone, h.subject FROM said JOIN item_history h ON h.zone = owner AND h.code = said.code WHERE type = ANY ($3)
    UNION
    SELECT d.zone, d.subject FROM said JOIN period r ON r.zone = owner AND r.period = said.code
    JOIN duty d ON d.zone = r.zone AND d.year = r.year AND d.frequency = r.frequency WHERE type = ANY ($4)
    UNION
    SELECT s.zone, s.code FROM said JOIN subject s ON s.zone = owner AND s.plan = said.code WHERE type = ANY ($5)
    UNION
    SELECT d.zone, d.subject FROM (SELECT DISTINCT owner FROM said WHERE type = ANY ($6)) z JOIN duty d ON d.zone = z.owner
    UNION
    SELECT p.zone, p.subject FROM said JOIN progress p ON p.zone = owner AND p.period = said.period
      AND CASE WHEN of_item IS NULL THEN p.body = said.body ELSE p.subject = of_item END WHERE type = ANY ($7)
    UNION
    SELECT s.zone, s.code FROM (SELECT DISTINCT owner FROM said WHERE type = ANY ($8)) z
    JOIN subject s ON s.zone = z.owner AND s.kind = 'target' AND s.doc->'relativeTo' IS NOT NULL
    UNION
    SELECT s.zone, s.code FROM (SELECT DISTINCT owner FROM said WHERE type = ANY ($8)) z
    JOIN fact i ON i.zone = z.owner AND ${OF_SHARE} ${measuring('s', 'i.code')}
    UNION
    SELECT s.zone, s.code FROM (SELECT DISTINCT owner AS zone, unnest(ARRAY[code, other]) AS code FROM said WHERE type = ANY ($9)) i
    ${measuring('s', 'i.code')}),
  sides AS (
    SELECT i.zone, i.code, same.code AS indicator FROM fact i
    JOIN LATERAL ${sameIndicator('i.zone', "i.doc->'share'->>'part'")} same ON true WHERE ${OF_SHARE}
    UNION
    SELECT i.zone, i.code, same.code FROM fact i
    JOIN fact f ON f.zone = i.zone AND f.kind = 'series-source' AND f.doc->>'name' = i.doc->'share'->>'series'
      AND f.doc->>'scope' = i.doc->'share'->>'scope'
    JOIN LATERAL ${sameIndicator('i.zone', "f.doc->>'indicator'")} same ON true WHERE ${OF_SHARE}),
  beside AS (
    SELECT d.zone, d.code AS subject FROM touched t JOIN subject s ON s.zone = t.zone AND s.code = t.subject AND s.kind = 'target'
    JOIN fact f ON f.zone = s.zone AND f.kind = 'series-source' AND (f.doc->>'indicator' = s.doc->>'indicator' OR EXISTS (
      SELECT FROM fact m WHERE m.zone = s.zone AND m.kind = 'indicator-merge' AND m.code IN (s.doc->>'indicator', f.doc->>'indicator')))
    JOIN subject d ON d.zone = f.zone AND d.kind = 'target' AND d.doc->'relativeTo' IS NOT NULL
      AND d.doc->'relativeTo'->>'series' = f.doc->>'name' AND d.doc->'relativeTo'->>'scope' = f.doc->>'scope'
    UNION
    SELECT d.zone, d.code FROM (
      SELECT DISTINCT b.zone, b.code FROM touched t JOIN subject s ON s.zone = t.zone AND s.code = t.subject AND s.kind = 'target'
      JOIN sides b ON b.zone = s.zone AND b.indicator = s.doc->>'indicator') i ${measuring('d', 'i.code')}),
  queued AS (
    INSERT INTO judge_queue (zone, subject)
    SELECT zone, subject FROM (SELECT * FROM touched UNION SELECT * FROM beside) t ORDER BY zone, subject
    ON CONFLICT (zone, subject) DO UPDATE SET failed = NULL WHERE judge_queue.failed IS NOT NULL)
  UPDATE judge SET judged_to = (SELECT max(stamp) FROM read) WHERE EXISTS (SELECT FROM read)
  RETURNING (SELECT count(*) FROM read)::int AS chunks`

const EVERYTHING = `
  WITH queued AS (
    INSERT INTO judge_queue (zone, subject)
    SELECT DISTINCT zone, subject FROM (SELECT zone, subject FROM progress UNION ALL SELECT zone, subject FROM status) known
    ORDER BY zone, subject ON CONFLICT (zone, subject) DO UPDATE SET failed = NULL WHERE judge_queue.failed IS NOT NULL)
  UPDATE judge SET judged_to = $1::timestamptz, resolver = $2, board = $3`

/** As text, with the microseconds. */
const JUDGED_TO = `
  SELECT to_char(judged_to AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "judgedTo", resolver,
         coalesce(board <> 'board'::regnamespace::oid::bigint, true) AS "newBoard",
         'board'::regnamespace::oid::bigint AS board,
         to_char(last_stamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "lastStamp"
  FROM judge, board_clock`

/** A target of which another indicator is said is the other series of others no more, and the board knows only the new one. */
const ENDS_A_SOURCE = ['lianxi.target.listed.v1', 'lianxi.target.revised.v1'] satisfies EventType[]

/** What stands no more on the board is not found there: a share that is reported again, indicators that are apart again. */
const OF_INDICATORS = [
  ...(['lianxi.indicator.listed.v1', 'lianxi.indicator.merged.v1'] as const),
  'lianxi.indicator.separated.v1',
] satisfies EventType[]

type JudgedTo = { judgedTo: string | null; resolver: number; newBoard: boolean; board: string; lastStamp: string }

/**
 * Puts into the queue whom the stream's news since the last step may concern. Stamps are commit order, so nothing can
 * appear later before what was read. A new board (after a swap) and a new resolver concern everybody.
 * @returns true when there may be more news already
 */
export async function queueNewsInTx(tx: ClientBase, resolver: number): Promise<boolean> {
  const { rows } = await tx.query<JudgedTo>(JUDGED_TO)
  const [at] = rows
  if (at === undefined) throw new Error('judge has no row: the database is not migrated')
  if (at.judgedTo === null || at.newBoard || at.resolver !== resolver) {
    await tx.query(EVERYTHING, [at.lastStamp, resolver, at.board])
    return true
  }
  const reach = (['subject', 'item', 'period', 'plan', 'zone', 'extended'] as const).map(typesWith)
  const relative = [...typesWith('relative'), ...ENDS_A_SOURCE]
  const news = await tx.query<{ chunks: number }>(NEWS, [at.judgedTo, ...reach, relative, OF_INDICATORS])
  return news.rows[0]?.chunks === READ_CHUNKS
}

/** The subjects that wait longest. */
export async function readQueueInTx(tx: ClientBase, most: number): Promise<SubjectKey[]> {
  const { rows } = await tx.query<SubjectKey>(
    'SELECT zone, subject FROM judge_queue WHERE failed IS NULL ORDER BY n LIMIT $1',
    [most],
  )
  return rows
}

const keysOf = (keys: readonly SubjectKey[]): [string[], string[]] => [
  keys.map(({ zone }) => zone),
  keys.map(({ subject }) => subject),
]

/** Takes subjects off the queue once their statuses are written. */
export async function leaveQueueInTx(tx: ClientBase, keys: readonly SubjectKey[]): Promise<void> {
  await tx.query(
    `DELETE FROM judge_queue q USING unnest($1::text[], $2::text[]) AS k (zone, subject)
     WHERE q.zone = k.zone AND q.subject = k.subject`,
    keysOf(keys),
  )
}

/** The rules threw: a fault of ours. The subject keeps the status it had until there is news of it, or another build. */
export async function markFailedInTx(tx: ClientBase, { zone, subject }: SubjectKey, why: string): Promise<void> {
  await tx.query('UPDATE judge_queue SET failed = $3 WHERE zone = $1 AND subject = $2', [zone, subject, why])
}
