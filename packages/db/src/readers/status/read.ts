import { z } from 'zod'
import { BAD_STATUSES, StatusCounts, StatusMark, WORST_FIRST, WorstItem } from '@lianxi/schema/views/status'
import { raw, type Sql, sql } from '../../client'
import type { Board } from '../base/board'
import type { Frame } from '../moment/frame'
import { endingWith } from '../base/periods'

const list = (words: readonly string[]): Sql => raw(`ARRAY[${words.map((word) => `'${word}'`).join(', ')}]`)
const on = (alias: string) => raw(alias)

/** The status of `alias`'s cell, as row `name`: looked up for each row, so for what a page shows, never for all cells. */
export const cellStatus = (alias: string, name: string, board: Board): Sql => {
  const [p, st] = [on(alias), on(name)]
  return sql`LEFT JOIN LATERAL (SELECT ${st}.* FROM ${board.status} ${st} WHERE ${st}.zone = ${p}.zone AND ${st}.subject = ${p}.subject
    AND ${st}.region = ${p}.region AND ${st}.period = ${p}.period LIMIT 1) ${st} ON true`
}

/** `StatusMark` of a status row; null where the row is. */
export const markJson = (alias: string): Sql => {
  const st = on(alias)
  return sql`CASE WHEN ${st}.status IS NULL THEN NULL ELSE
    jsonb_build_object('status', ${st}.status, 'computed', ${st}.computed, 'sentence', ${st}.sentence,
      'override', ${st}.override, 'objection', CASE WHEN ${st}.objection IS NOT NULL THEN ${st}.objection || jsonb_build_object(
        'bodyName', coalesce((SELECT b.doc->>'name' FROM board.fact b
          WHERE b.zone = ${st}.zone AND b.kind = 'body' AND b.code = ${st}.objection->>'body'), ${st}.objection->>'body')) END) END`
}

/** 1 for what asks most for somebody; null without a status. */
export const worstFirst = (alias: string): Sql => sql`array_position(${list(WORST_FIRST)}, ${on(alias)}.status)`

/** Is it 需关注: bad whatever the item is, 滞后 where it is 约束性 or 重点. */
export const isBad = (alias: string, attribute: Sql): Sql => {
  const st = on(alias)
  return sql`(${st}.status = ANY(${list(BAD_STATUSES)}) OR (${st}.status = 'behind' AND ${attribute} IN ('binding', 'key')))`
}

/** An objection stands beside it that nobody has answered. */
export const isContested = (alias: string): Sql => {
  const st = on(alias)
  return sql`(${st}.objection IS NOT NULL AND ${st}.objection->'answer' = 'null'::jsonb)`
}

export const StoredMark = StatusMark.nullable()

const CountRow = z.object({ region: z.string().nullable(), field: z.string().nullable(), counts: StatusCounts })
export type StatusesOf = (region: string | null, field: string | null) => StatusCounts

/** Counts by status: totals, per region and per field in one pass. */
export async function readStatusCounts({ db, board, reference, period, regions }: Frame): Promise<StatusesOf> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT region, field, jsonb_object_agg(status, n) AS counts FROM (
      SELECT st.region, s.domain AS field, st.status, count(*)::int AS n
      FROM ${board.status} st JOIN ${board.subject} s ON s.zone = st.zone AND s.code = st.subject
      WHERE st.zone = ${reference.zone.code} AND st.period = ANY(${endingWith(period.period)})
        AND st.region = ANY(${regions})
      GROUP BY GROUPING SETS ((st.status), (st.status, st.region), (st.status, s.domain))) c
    GROUP BY region, field`)
  const counts = z.array(CountRow).parse(rows)
  return (region, field) => counts.find((row) => row.region === region && row.field === field)?.counts ?? {}
}

const Worst = z.object({ region: z.string(), item: WorstItem })

/** Of each region the worst item marked 约束性 or 重点, if it is a bad one; 约束性 first among equals. */
export async function readWorst({ db, board, reference, period, regions }: Frame): Promise<Map<string, WorstItem>> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    WITH worst AS (
      SELECT DISTINCT ON (st.region) st.zone, st.subject, st.region, st.period, s.name
      FROM ${board.status} st JOIN ${board.subject} s ON s.zone = st.zone AND s.code = st.subject
      WHERE st.zone = ${reference.zone.code} AND st.period = ANY(${endingWith(period.period)})
        AND st.region = ANY(${regions}) AND st.attribute IN ('binding', 'key') AND ${isBad('st', sql`st.attribute`)}
      ORDER BY st.region, ${worstFirst('st')}, st.attribute, s.name COLLATE zh, st.subject)
    SELECT w.region, jsonb_build_object('subject', st.subject, 'kind', st.kind, 'name', w.name,
      'attribute', st.attribute, 'mark', ${markJson('st')}) AS item
    FROM worst w ${cellStatus('w', 'st', board)}`)
  return new Map(
    z
      .array(Worst)
      .parse(rows)
      .map(({ region, item }) => [region, item]),
  )
}
