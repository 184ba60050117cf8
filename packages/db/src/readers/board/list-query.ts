import type { ProjectsInput, TargetsInput } from '@lianxi/schema/views/lists'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { empty, join, raw, type Sql, sql } from '../../client'
import type { Board } from '../base/board'
import {
  cellJson,
  currentReport,
  figureJson,
  findsAllIn,
  lastFigure,
  reportTopic,
  subjectOf,
  troubled,
} from '../base/parts'
import { endingWith, endOf } from '../base/periods'
import { cellStatus, markJson } from '../status/read'
import { isNotAsked, notAskedOf } from './not-asked'
import { isWatched } from './watched'

export type Needs = { cell: boolean; status: boolean; last: boolean }

/** What both lists filter by; what only one of them sorts or filters by comes as SQL. */
export type ListQuery = {
  board: Board
  /** With which rows say how they stood; null: with none. */
  compared: Board | null
  input: Omit<TargetsInput, 'sort'> | Omit<ProjectsInput, 'sort'>
  kind: SubjectKind
  period: string
  regions: string[]
  wholeZone: boolean
  order: Sql
  /** What of a row's filing the order and the filters look at. */
  needs: Needs
  extra: Sql
  disagreeing: string[]
}

/**
 * Rows of a list: the year's items (region × subject, the first list that has it), what was reported without one, and
 * with scope `all` also what only the plans have. Only what rows are chosen by: an index has it (`item_of_year`).
 */
function base({ board, input, kind, period, regions, wholeZone }: ListQuery): Sql {
  const year = Number(period.slice(0, 4))
  const [ofItem, ofCell] = input.body === undefined ? [sql`NULL`, sql`NULL`] : [sql`i.doc->>'leadBody'`, sql`p.body`]
  const reference = sql`
    UNION ALL
    SELECT s.zone, s.code, coalesce(s.doc->>'region', ''), ${year}::int, NULL, NULL, NULL, NULL, NULL
    FROM ${board.subject} s
    WHERE s.zone = ${input.zone} AND s.kind = ${kind} AND NOT EXISTS (
      SELECT FROM ${board.item} i WHERE i.zone = s.zone AND i.subject = s.code AND i.year = ${year})`
  return sql`
    listed AS (
      SELECT DISTINCT ON (i.subject, i.region) i.zone, i.subject, i.region, i.year, i.list, i.position, i.attribute,
        ${ofItem} AS body, i.code AS item
      FROM ${board.item} i
      WHERE i.zone = ${input.zone} AND i.kind = ${kind} AND i.year = ${year} AND i.region = ANY(${regions})
      ORDER BY i.subject, i.region, i.position, i.code),
    base AS (
      SELECT * FROM listed
      UNION ALL
      SELECT DISTINCT p.zone, p.subject, p.region, ${year}::int, NULL, NULL::int, NULL, ${ofCell}, NULL
      FROM ${board.progress} p
      WHERE p.zone = ${input.zone} AND p.kind = ${kind} AND p.period = ANY(${endingWith(period)})
        AND p.region = ANY(${regions}) AND NOT EXISTS (
          SELECT FROM listed l WHERE l.subject = p.subject AND l.region = p.region)
      ${input.scope === 'all' && wholeZone ? reference : empty})`
}

function showing({ board, input, period, disagreeing }: ListQuery): Sql {
  switch (input.show) {
    case undefined:
      return empty
    case 'due':
      return sql`AND p.state <> 'waiting'`
    case 'pending':
    case 'overdue':
    case 'reported':
    case 'returned':
    case 'waiting':
      return sql`AND p.state = ${input.show}`
    case 'late':
      return sql`AND p.late`
    case 'nil':
      return sql`AND p.nil`
    case 'corrected':
      return sql`AND p.revision > 1`
    case 'confirmed':
      return sql`AND p.confirmed`
    case 'conflict':
      return sql`AND p.conflict`
    case 'objections':
      return sql`AND cardinality(p.objections) > 0`
    case 'attention':
      return sql`AND ${isWatched('p', 'st', sql`p.troubled`)}`
    case 'problems':
      return sql`AND p.troubled`
    case 'overridden':
      return sql`AND st.override IS NOT NULL`
    case 'contested':
      return sql`AND st.objection IS NOT NULL`
    case 'not-asked':
      return sql`AND ${isNotAsked('b', period, board)}`
    case 'disagrees':
      return sql`AND b.subject = ANY(${disagreeing})`
    default:
      return input.show satisfies never
  }
}

function filtering(query: ListQuery): Sql {
  const { input } = query
  const conditions: Sql[] = []
  if (input.region !== undefined) conditions.push(sql`AND b.region = ${input.region}`)
  if (input.field !== undefined) conditions.push(sql`AND s.domain = ${input.field}`)
  if (input.status !== undefined) conditions.push(sql`AND st.status = ${input.status}`)
  if (input.attribute !== undefined) conditions.push(sql`AND b.attribute = ${input.attribute}`)
  if (input.list !== undefined) conditions.push(sql`AND b.list = ${input.list}`)
  if (input.plan !== undefined) conditions.push(sql`AND s.plan = ${input.plan}`)
  if (input.body !== undefined) conditions.push(sql`AND b.body = ${input.body}`)
  if (input.q !== undefined) conditions.push(sql`AND ${findsAllIn(input.q, [sql`s.name`, sql`b.subject`])}`)
  return conditions.length === 0 ? empty : join(conditions, ' ')
}

/** The cell of row `b` in the shown period. */
const cellOf = (board: Board, period: string, name: string): Sql => sql`LEFT JOIN LATERAL (
      SELECT c.* FROM ${board.progress} c
      WHERE c.zone = b.zone AND c.subject = b.subject AND c.region = b.region AND c.period = ANY(${endingWith(period)})
      ORDER BY c.frequency LIMIT 1) ${raw(name)} ON true`

/** Cells and statuses of all rows at once, for what is sorted or filtered by them; one row is looked up (`cellOf`). */
function standing({ board, period, regions, input, needs }: ListQuery): Sql {
  if (!needs.cell) return empty
  // Marked, not filtered by: of a condition on two columns the planner expects one row and reads all others once for each.
  const [troubles, marked] =
    input.show === 'problems' || input.show === 'attention'
      ? [
          sql`, t.event_id IS NOT NULL AS troubled`,
          sql`LEFT JOIN (${troubled(endingWith(period), regions)}) t ON t.event_id = c.event_id AND t.topic = ${reportTopic('c')}`,
        ]
      : [empty, empty]
  const within = (alias: string) =>
    sql`${raw(alias)}.zone = ${input.zone} AND ${raw(alias)}.period = ANY(${endingWith(period)})`
  const status = sql`LEFT JOIN (SELECT st.* FROM ${board.status} st WHERE ${within('st')}) st ON st.subject = p.subject
      AND st.region = p.region AND st.period = p.period`
  return sql`
    LEFT JOIN (SELECT DISTINCT ON (c.subject, c.region) c.* ${troubles} FROM ${board.progress} c ${marked} WHERE ${within('c')}
      ORDER BY c.subject, c.region, c.frequency) p ON p.subject = b.subject AND p.region = b.region
    ${needs.status ? status : empty}
    ${needs.last ? lastFigure('b', 'last', sql`${endOf(period)}`, board, sql`AND p.value IS NULL AND p.stage IS NULL`) : empty}`
}

/** A row that a question chose, in the place it has in its order. */
export const ChosenRow = z.object({
  ...{ zone: z.string(), subject: z.string(), region: z.string(), year: z.int() },
  ...{ list: z.string().nullable(), attribute: z.string().nullable() },
  ...{ body: z.string().nullable(), item: z.string().nullable() },
  ...{ total: z.int(), n: z.number() },
})
export type ChosenRow = z.infer<typeof ChosenRow>

/** Chooses rows by as little as the question needs; `part`: SQL that leaves the part of them that is wanted. */
const choosing = (query: ListQuery, part: Sql): Sql => sql`
    ${base(query)},
    chosen AS (
      SELECT c.*, (row_number() OVER ())::int AS n FROM (
      SELECT b.*, (count(*) OVER ())::int AS total FROM base b
      JOIN ${query.board.subject} s ON s.zone = b.zone AND s.code = b.subject
      ${standing(query)}
      WHERE s.zone = ${query.input.zone} ${filtering(query)} ${showing(query)} ${query.extra}
      ORDER BY ${query.order}, b.region, b.position NULLS LAST, b.subject ${part}) c)`

const pageOf = ({ input }: ListQuery): Sql => sql`LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`

/** Rows of a list, chosen and not yet filled in: all, or those of the input's page. */
export const choosingQuery = (query: ListQuery, part: 'all' | 'page'): Sql => sql`
    WITH ${choosing(query, part === 'all' ? empty : pageOf(query))}
    SELECT zone, subject, region, year, list, attribute, body, item, total, n FROM chosen ORDER BY n`

const given = (rows: readonly ChosenRow[]): Sql => sql`
    chosen AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (zone text, subject text, region text,
      year int, list text, attribute text, body text, item text, total int, n int))`

/**
 * Rows of a list, each `{total, row}`: those of the input's page, or those that were chosen before; each is filled in by
 * what is looked up for it.
 */
export function listQuery(query: ListQuery, rows?: readonly ChosenRow[]): Sql {
  const { board, compared, input, period } = query
  const notAsked = notAskedOf('b', period, board)
  return sql`
    WITH ${rows === undefined ? choosing(query, pageOf(query)) : given(rows)}
    SELECT b.total, jsonb_build_object(
      'subject', b.subject, 'doc', s.doc, 'name', coalesce(s.name, b.subject), 'region', b.region, 'year', b.year,
      'list', b.list, 'attribute', b.attribute, 'body', CASE WHEN b.item IS NULL THEN p.body ELSE i.doc->>'leadBody' END, 'item', i.doc,
      'cell', ${cellJson('p')}, 'mark', ${markJson('st')}, 'last', ${figureJson('last')},
      'before', ${compared === null ? sql`NULL` : cellJson('was')}, 'person', e.data->>'reportedBy',
      'doneOn', st.detail #> '{inputs,given,flag,doneOn}', 'notAsked', ${notAsked.json}) AS row
    FROM chosen b
    ${subjectOf(input.zone, sql`b.subject`, 's', board)}
    LEFT JOIN LATERAL (SELECT o.* FROM ${board.item} o WHERE o.zone = b.zone AND o.code = b.item LIMIT 1) i ON true
    ${cellOf(board, period, 'p')}
    ${compared === null ? empty : cellOf(compared, period, 'was')}
    ${currentReport('p', 'e')}
    ${lastFigure('b', 'last', sql`${endOf(period)}`, board)}
    ${cellStatus('p', 'st', board)}
    ${notAsked.join}
    ORDER BY b.n`
}
