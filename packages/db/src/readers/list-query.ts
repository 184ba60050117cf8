import type { ProjectsInput, TargetsInput } from '@lianxi/schema/views/lists'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { empty, join, raw, type Sql, sql } from '../client'
import type { Board } from './board'
import { cellJson, currentReport, figureJson, lastFigure, likePattern } from './parts'
import { endingWith, endOf } from './periods'
import { cellStatus, markJson } from './status'

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
  extra: Sql
  disagreeing: string[]
}

/**
 * Rows of a list: the year's items (region × subject, the first list that has it), what was reported without one, and
 * with scope `all` also what only the plans have.
 */
function base({ board, input, kind, period, regions, wholeZone }: ListQuery): Sql {
  const year = Number(period.slice(0, 4))
  const reference = sql`
    UNION ALL
    SELECT s.zone, s.code, coalesce(s.doc->>'region', '') AS region, ${year}::int AS year, NULL, NULL, NULL, NULL, NULL::jsonb
    FROM ${board.subject} s
    WHERE s.zone = ${input.zone} AND s.kind = ${kind} AND NOT EXISTS (
      SELECT FROM ${board.item} i WHERE i.zone = s.zone AND i.subject = s.code AND i.year = ${year})`
  return sql`
    WITH listed AS (
      SELECT DISTINCT ON (i.subject, i.region) i.zone, i.subject, i.region, i.year, i.list, i.position, i.attribute,
        i.doc->>'leadBody' AS body, i.doc
      FROM ${board.item} i
      WHERE i.zone = ${input.zone} AND i.kind = ${kind} AND i.year = ${year} AND i.region = ANY(${regions})
      ORDER BY i.subject, i.region, i.position, i.code),
    base AS (
      SELECT * FROM listed
      UNION ALL
      SELECT DISTINCT p.zone, p.subject, p.region, p.year, NULL, NULL::int, NULL, p.body, NULL::jsonb
      FROM ${board.progress} p
      WHERE p.zone = ${input.zone} AND p.kind = ${kind} AND p.period = ANY(${endingWith(period)})
        AND p.region = ANY(${regions}) AND NOT EXISTS (
          SELECT FROM listed l WHERE l.subject = p.subject AND l.region = p.region)
      ${input.scope === 'all' && wholeZone ? reference : empty})`
}

function showing({ input, disagreeing }: ListQuery): Sql {
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
    case 'problems':
      return sql`AND (e.data->'content'->>'problems' <> ''
        OR jsonb_array_length(coalesce(e.data->'content'->'matters', '[]')) > 0)`
    case 'overridden':
      return sql`AND st.override IS NOT NULL`
    case 'contested':
      return sql`AND st.objection IS NOT NULL`
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
  const part = input.q?.trim() ?? ''
  if (part !== '') {
    conditions.push(sql`AND (s.name ILIKE ${likePattern(part)} OR b.subject ILIKE ${likePattern(part)})`)
  }
  return conditions.length === 0 ? empty : join(conditions, ' ')
}

/** The cell of row `b` in the shown period. */
const cellOf = (board: Board, period: string, name: string): Sql => sql`LEFT JOIN LATERAL (
      SELECT c.* FROM ${board.progress} c
      WHERE c.zone = b.zone AND c.subject = b.subject AND c.region = b.region AND c.period = ANY(${endingWith(period)})
      ORDER BY c.frequency LIMIT 1) ${raw(name)} ON true`

/** One page of rows, each `{total, row}`; `row` is JSON that the list's own schema reads. */
export function listQuery(query: ListQuery): Sql {
  const { board, compared, input, period, order, extra } = query
  return sql`${base(query)}
    SELECT (count(*) OVER ())::int AS total, jsonb_build_object(
      'subject', b.subject, 'doc', s.doc, 'name', coalesce(s.name, b.subject), 'region', b.region, 'year', b.year,
      'list', b.list, 'attribute', b.attribute, 'body', b.body, 'item', b.doc, 'cell', ${cellJson('p')},
      'mark', ${markJson('st')}, 'last', ${figureJson('last')}, 'before', ${compared === null ? sql`NULL` : cellJson('was')},
      'person', e.data->>'reportedBy') AS row
    FROM base b
    JOIN ${board.subject} s ON s.zone = b.zone AND s.code = b.subject
    ${cellOf(board, period, 'p')}
    ${compared === null ? empty : cellOf(compared, period, 'was')}
    ${currentReport('p', 'e')}
    ${lastFigure('b', 'last', sql`${endOf(period)}`, board)}
    ${cellStatus('p', 'st', board)}
    WHERE true ${filtering(query)} ${showing(query)} ${extra}
    ORDER BY ${order}, b.region, b.position NULLS LAST, b.subject
    LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`
}
