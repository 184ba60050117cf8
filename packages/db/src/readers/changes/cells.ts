import { cellChanges, type ComparedCell } from '@lianxi/domain/board/cell-change'
import { figures } from '@lianxi/schema/views/cell'
import type { ChangeLine } from '@lianxi/schema/views/changes'
import { Status } from '@lianxi/schema/status-vocabulary'
import { FilingState, SubjectKind, WorkField } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { raw, type Reading, type Sql, sql } from '../../client'
import type { Board } from '../board'
import { figurePairs, iso, subjectOf } from '../parts'
import { type Reference, regionName } from '../reference'

/** The later of two moments, and the one it is compared with. Both are stamps. */
export type Between = {
  db: Reading
  reference: Reference
  regions: string[]
  from: Board
  to: Board
  since: string
  until: string
}

const Side = z.object({
  ...{ state: FilingState, nil: z.boolean(), confirmed: z.boolean(), eventId: z.string().nullable() },
  status: Status.nullable(),
  overridden: z.boolean(),
  ...figures,
})
const Row = z.object({
  ...{ subject: z.string(), kind: SubjectKind, name: z.string(), field: WorkField.nullable() },
  ...{ region: z.string(), period: z.string(), unit: z.string().nullable(), at: z.string() },
  before: Side.nullable(),
  after: Side.nullable(),
})

const sideJson = (alias: string, judged: string): Sql => {
  const p = raw(alias)
  return sql`CASE WHEN ${p}.period IS NULL THEN NULL ELSE jsonb_build_object('state', ${p}.state, 'nil', ${p}.nil,
    'confirmed', ${p}.confirmed, 'eventId', ${p}.event_id, 'status', ${raw(judged)}.status,
    'overridden', coalesce(${raw(judged)}.overridden, false), ${figurePairs(alias)}) END`
}

type Span = { zone: string; after: Sql; upTo: Sql; told: Sql }

/** The time between two stamps, and the events `e` that were told in it. */
function spanOf({ reference, since, until }: Between): Span {
  const [after, upTo] = [sql`${since}::timestamptz`, sql`${until}::timestamptz`]
  const told = sql`e.chunk_id >= (SELECT min(id) FROM chunk WHERE stamp > ${after} AND stamp <= ${upTo})
    AND e.chunk_id <= (SELECT max(id) FROM chunk WHERE stamp > ${after} AND stamp <= ${upTo})`
  return { zone: reference.zone.code, after, upTo, told }
}

/**
 * Cells of which reports or verdicts said something after `since` and not after `until`: what a cell was before lies in
 * the history, which grows in the order of stamps; the first report of a cell is an event.
 */
export function spokenOf(between: Between): Sql {
  const { zone, after, upTo, told } = spanOf(between)
  const { regions } = between
  return sql`
    SELECT subject, region, period FROM board.progress_history
    WHERE upper(valid) > ${after} AND upper(valid) <= ${upTo} AND zone = ${zone} AND region = ANY(${regions})
    UNION
    SELECT e.subject, e.region, e.period FROM ingested_event e
    WHERE ${told} AND e.region = ANY(${regions}) AND e.period IS NOT NULL`
}

/**
 * Cells that were touched: spoken of, judged otherwise (when a period ends nearly all are judged anew, and most as
 * before), or come to be 未报 by a duty or a period that was announced late or together with the end of the period; these
 * have neither history nor event.
 */
function touched(between: Between): Sql {
  const { zone, after, upTo, told } = spanOf(between)
  const { to, regions } = between
  const overdue = (which: Sql) => sql`CROSS JOIN LATERAL (
    SELECT p.subject, p.region, p.period FROM ${to.progress} p
    WHERE p.zone = ${zone} AND p.region = ANY(${regions}) AND p.state = 'overdue' AND ${which} OFFSET 0) p`
  return sql`${spokenOf(between)}
    UNION
    SELECT t.subject, t.region, t.period FROM (
      SELECT subject, region, period, status, valid FROM status_history
      WHERE upper(valid) > ${after} AND upper(valid) <= ${upTo} AND zone = ${zone} AND region = ANY(${regions})) t
    CROSS JOIN z ${statusAt(between.until, 'later')}
    WHERE lower(t.valid) > ${after} OR t.status IS DISTINCT FROM later.status
    UNION
    SELECT p.* FROM ingested_event e
      ${overdue(sql`p.subject = e.data->>'subject' AND p.region = e.data->>'region'`)}
    WHERE ${told} AND e.type = 'lianxi.duty.assigned.v1' AND e.data->>'region' = ANY(${regions})
    UNION
    SELECT p.* FROM ingested_event e ${overdue(sql`p.period = e.data->>'period'`)}
    WHERE ${told} AND e.type = 'lianxi.period.opened.v1'`
}

/** One cell at a moment by its key; at most one row, so that it is always looked up and never searched for. */
const cellAt = (board: Board, alias: string): Sql => sql`LEFT JOIN LATERAL (
  SELECT p.* FROM ${board.progress} p
  WHERE p.zone = z.zone AND p.subject = t.subject AND p.region = t.region AND p.period = t.period LIMIT 1) ${raw(alias)} ON true`

/** What the judge said of the cell at a stamp; its tables are versioned as the board's are. */
export const statusAt = (stamp: string, alias: string): Sql => sql`LEFT JOIN LATERAL (
  SELECT j.status, j.override IS NOT NULL AS overridden, j.objection, j.valid_from FROM (
    SELECT zone, subject, region, period, status, override, objection, valid_from FROM status
    WHERE valid_from <= ${stamp}::timestamptz
    UNION ALL
    SELECT zone, subject, region, period, status, override, objection, lower(valid) FROM status_history
    WHERE valid @> ${stamp}::timestamptz) j
  WHERE j.zone = z.zone AND j.subject = t.subject AND j.region = t.region AND j.period = t.period LIMIT 1) ${raw(alias)} ON true`

/** What changed of filings. */
export async function readCellChanges(between: Between): Promise<ChangeLine[]> {
  const { db, reference, from, to, since, until } = between
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    WITH z AS (SELECT ${reference.zone.code} AS zone), t AS (${touched(between)})
    SELECT jsonb_build_object('subject', t.subject, 'kind', coalesce(s.kind, a.kind), 'name', coalesce(s.name, t.subject),
      'field', s.domain, 'region', t.region, 'period', t.period, 'unit', s.doc->>'unit',
      'at', ${iso('a.valid_from')}, 'before', ${sideJson('b', 'sb')}, 'after', ${sideJson('a', 'sa')}) AS row
    FROM t CROSS JOIN z ${cellAt(from, 'b')} ${cellAt(to, 'a')} ${statusAt(since, 'sb')} ${statusAt(until, 'sa')}
    ${subjectOf(reference.zone.code, sql`t.subject`, 's', to)}
    WHERE a.period IS NOT NULL AND (a.valid_from IS DISTINCT FROM b.valid_from OR sa.status IS DISTINCT FROM sb.status)`)
  return rows.flatMap(({ row }) => {
    const { before, after, region, ...same } = Row.parse(row)
    const kinds = cellChanges(before, after)
    const line = { ...same, region: regionName(reference, region), note: null }
    return kinds.length === 0 ? [] : [{ ...line, kinds, before: shown(before), after: shown(after) }]
  })
}

const shown = (side: ComparedCell | null): ChangeLine['before'] => {
  if (side === null) return null
  const { eventId: _eventId, ...rest } = side
  return rest
}
