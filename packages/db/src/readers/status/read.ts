import { z } from 'zod'
import { measureKind } from '@lianxi/schema/status-vocabulary'
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

const isMarked = (alias: string): Sql => sql`${on(alias)}.attribute IN ('binding', 'key')`

/** Is it 需关注: bad whatever the item is, 滞后 where it is 约束性 or 重点; what nobody judged is not. */
export const isBad = (alias: string): Sql => {
  const st = on(alias)
  return sql`coalesce(${st}.status = ANY(${list(BAD_STATUSES)}) OR (${st}.status = 'behind' AND ${isMarked(alias)}), false)`
}

const isMarkedBad = (alias: string): Sql => sql`(${isMarked(alias)} AND ${isBad(alias)})`

/** The furthest behind first of what is measured alike, by `measure` of the row. */
const furthestBehind = (alias: string): Sql => {
  const measure = raw(`${alias}.measure`)
  return sql`array_position(${list(measureKind.words)}, ${measure}->>'kind'), (${measure}->>'value')::numeric`
}

/** An objection stands beside it that nobody has answered. */
export const isContested = (alias: string): Sql => {
  const st = on(alias)
  return sql`(${st}.objection IS NOT NULL AND ${st}.objection->'answer' = 'null'::jsonb)`
}

export const StoredMark = StatusMark.nullable()

const CountRow = z.object({ region: z.string().nullable(), field: z.string().nullable(), counts: StatusCounts })
const Found = z.object({ counts: z.array(CountRow), worst: z.record(z.string(), WorstItem) })
export type StatusesOf = (region: string | null, field: string | null) => StatusCounts
type Statuses = { statuses: StatusesOf; worst: ReadonlyMap<string, WorstItem> }

/**
 * Counts by status (totals, per region and per field), and of each region the worst item marked 约束性 or 重点, if it is a
 * bad one; among equals 约束性 first, then the one furthest behind, as `worstMarked` measures it. All statuses of the
 * period are gone through once.
 */
export async function readStatuses({ db, board, reference, period, regions }: Frame): Promise<Statuses> {
  const rows = await db.$queryRaw<{ found: unknown }[]>(sql`
    WITH j AS MATERIALIZED (
      SELECT st.zone, st.subject, st.region, st.period, st.status, st.attribute, s.domain AS field, s.name,
        CASE WHEN ${isMarkedBad('st')} THEN st.detail->'measure' END AS measure
      FROM ${board.status} st JOIN ${board.subject} s ON s.zone = st.zone AND s.code = st.subject
      WHERE st.zone = ${reference.zone.code} AND st.period = ANY(${endingWith(period.period)})
        AND st.region = ANY(${regions})),
    each AS (SELECT region, field, status, count(*) AS n FROM j GROUP BY region, field, status),
    counts AS (
      SELECT region, field, jsonb_object_agg(status, n) AS counts FROM (
        SELECT region, field, status, sum(n)::int AS n FROM each
        GROUP BY GROUPING SETS ((status), (status, region), (status, field))) c
      GROUP BY region, field),
    worst AS (
      SELECT DISTINCT ON (j.region) j.zone, j.subject, j.region, j.period, j.name, j.measure FROM j
      WHERE ${isMarkedBad('j')}
      ORDER BY j.region, ${worstFirst('j')}, j.attribute, ${furthestBehind('j')}, j.name COLLATE zh, j.subject)
    SELECT jsonb_build_object(
      'counts', coalesce((SELECT jsonb_agg(to_jsonb(g)) FROM counts g), '[]'),
      'worst', coalesce((SELECT jsonb_object_agg(w.region, jsonb_build_object('subject', st.subject, 'kind', st.kind,
          'name', w.name, 'attribute', st.attribute, 'mark', ${markJson('st')}, 'measure', w.measure))
        FROM worst w ${cellStatus('w', 'st', board)}), '{}')) AS found`)
  const { counts, worst } = Found.parse(rows[0]?.found)
  return {
    statuses: (region, field) => counts.find((row) => row.region === region && row.field === field)?.counts ?? {},
    worst: new Map(Object.entries(worst)),
  }
}
