import type {
  OwnParkedInput,
  OwnParkedList,
  ParkedInput,
  ParkedList,
  ParkedProgress,
  RefusedRow,
} from '@lianxi/schema/views/parked'
import { ParkedCommandView, ParkedRow, RefusedRow as Refused } from '@lianxi/schema/views/parked'
import { type Database, type Reading, raw, type Sql, sql } from '../client'
import { iso } from '../readers/base/parts'
import { readReference } from '../readers/base/reference'
import { readStreamState } from '../readers/moment/stream-state'
import { filtered } from './filter'

const regionName = (code: string): Sql => sql`(SELECT f.doc->>'name' FROM board.fact f
  WHERE f.kind = 'region' AND f.code = ${raw(code)} ORDER BY f.zone LIMIT 1)`

/** `ParkedRow` of a row `m` of parked_message. */
export const parkedJson: Sql = sql`jsonb_build_object('id', m.id::text, 'topic', m.topic, 'offset', m."offset"::text,
  'region', m.region, 'regionName', ${regionName('m.region')}, 'reason', m.reason, 'detail', m.detail,
  'key', left(encode(m.key, 'escape'), 120), 'state', m.state, 'tries', m.tries, 'appendedAt', ${iso('m.appended_at')},
  'settledAt', ${iso('m.settled_at')}, 'settledBy', m.settled_by, 'note', m.note)`

const SORTS = { arrived: 'm.id', region: 'm.region', reason: 'm.reason', tries: 'm.tries' } as const

type Page = { where: Sql; order: Sql; page: number; pageSize: number }

/** One page of messages and how many there are. */
async function readPage(db: Reading, { where, order, page, pageSize }: Page) {
  const rows = await db.$queryRaw<{ total: number; up_to: string; row: unknown }[]>(sql`
    WITH page AS MATERIALIZED (
      SELECT m.id, (count(*) OVER ())::int AS total, (max(m.id) OVER ())::text AS up_to,
        row_number() OVER (ORDER BY ${order}) AS n
      FROM parked_message m WHERE ${where} ORDER BY ${order} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize})
    SELECT page.total, page.up_to, ${parkedJson} AS row FROM page JOIN parked_message m USING (id) ORDER BY page.n`)
  const [first] = rows
  return {
    ...{ page, pageSize, total: first?.total ?? 0, upTo: first?.up_to ?? null },
    rows: rows.map(({ row }) => ParkedRow.parse(row)),
  }
}

/** 待处理消息 for the administrator: the list, what there is by region and reason, and what is being done about it. */
export async function readParked(db: Database, input: ParkedInput): Promise<ParkedList> {
  const { sort, direction, page, pageSize, ...filter } = input
  const order = sql`${raw(SORTS[sort])} ${raw(direction)} NULLS LAST, m.id ${raw(direction)}`
  const stream = await readStreamState(db, null)
  const [list, summary, states, commands, refused] = await Promise.all([
    readPage(db, { where: filtered(filter), order, page, pageSize }),
    readSummary(db),
    readStates(db),
    readCommands(db),
    readRefused(db),
  ])
  return { ...list, summary, states, commands, refused, stream }
}

/** A region's own messages. */
export async function readOwnParked(db: Database, input: OwnParkedInput): Promise<OwnParkedList> {
  const { zone, region, state, page, pageSize } = input
  const { upTo: _newest, ...list } = await readPage(db, {
    where: filtered({ region, state }),
    order: sql`m.id DESC`,
    page,
    pageSize,
  })
  const { regions } = await readReference(db, zone)
  return { ...list, region: { code: region, name: regions.get(region)?.name ?? region } }
}

/** Counted in the index of open ones. */
export const countOpenParked = (db: Database): Promise<number> => db.parkedMessage.count({ where: { state: 'open' } })

/** What is being done, and what is left. */
export async function readProgress(db: Database): Promise<ParkedProgress> {
  const [commands, open] = await Promise.all([readCommands(db), countOpenParked(db)])
  return { commands, open }
}

const readSummary = (db: Reading): Promise<ParkedList['summary']> =>
  db.$queryRaw(sql`
    SELECT m.region, ${regionName('m.region')} AS "regionName", m.reason, count(*)::int AS count
    FROM parked_message m WHERE m.state = 'open' GROUP BY m.region, m.reason ORDER BY m.region NULLS LAST, count(*) DESC, m.reason`)

async function readStates(db: Reading): Promise<ParkedList['states']> {
  const rows = await db.$queryRaw<{ state: string; n: number }[]>(
    sql`SELECT state, count(*)::int AS n FROM parked_message GROUP BY state`,
  )
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0
  return { open: of('open'), applied: of('applied'), duplicate: of('duplicate'), discarded: of('discarded') }
}

/** Commands that are not finished, else the last one that was: its result is still of interest. */
async function readCommands(db: Reading): Promise<ParkedCommandView[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    WITH open AS (SELECT id FROM parked_command WHERE finished_at IS NULL ORDER BY id LIMIT 20),
    shown AS (
      SELECT id FROM open UNION ALL
      SELECT max(id) FROM parked_command WHERE finished_at > now() - interval '1 hour' AND NOT EXISTS (SELECT FROM open))
    SELECT jsonb_build_object('id', c.id::text, 'kind', c.kind, 'reason', c.reason, 'by', c.asked_by_name,
      'askedAt', ${iso('c.asked_at')}, 'finishedAt', ${iso('c.finished_at')}, 'total', i.total, 'done', i.done,
      'outcomes', i.outcomes) AS row
    FROM shown JOIN parked_command c ON c.id = shown.id
    CROSS JOIN LATERAL (
      SELECT sum(g.n)::int AS total, coalesce(sum(g.n) FILTER (WHERE g.outcome IS NOT NULL), 0)::int AS done,
        coalesce(jsonb_object_agg(g.outcome, g.n) FILTER (WHERE g.outcome IS NOT NULL), '{}') AS outcomes
      FROM (SELECT outcome, count(*)::int AS n FROM parked_command_item WHERE command_id = c.id GROUP BY outcome) g) i
    ORDER BY c.id`)
  return rows.map(({ row }) => ParkedCommandView.parse(row))
}

/** Events of our own that the broker refused, and how many wait behind each. */
async function readRefused(db: Reading): Promise<RefusedRow[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('id', o.id::text, 'topic', o.topic, 'key', o.key, 'reason', o.refused_reason,
      'createdAt', ${iso('o.created_at')}, 'waiting', (SELECT count(*)::int FROM outbox w
        WHERE w.published_at IS NULL AND w.topic = o.topic AND w.key = o.key AND w.id > o.id)) AS row
    FROM outbox o WHERE o.published_at IS NULL AND o.refused_reason IS NOT NULL ORDER BY o.id LIMIT 100`)
  return rows.map(({ row }) => Refused.parse(row))
}
