import { RANKED } from '@lianxi/domain/board/cell-change'
import { raw, type Sql, sql } from '../../client'
import { stoodAt } from '../base/board'
import { endMonth } from '../base/parts'
import { type Between, endedBetween, spokenOf } from './between'

/** Statuses at a stamp: the judge's tables are versioned as the board's are. */
const judgedBy = (stamp: string): Sql => sql`
  SELECT zone, subject, region, period, year, status, override, objection, valid_from FROM status
  WHERE valid_from <= ${stamp}::timestamptz
  UNION ALL
  SELECT zone, subject, region, period, year, status, override, objection, lower(valid) FROM status_history
  WHERE ${stoodAt('status', stamp)}`

/** What the judge said of cell `t` at a stamp. */
export const statusAt = (stamp: string, alias: string): Sql => sql`LEFT JOIN LATERAL (
  SELECT j.status, j.override IS NOT NULL AS overridden, j.objection, j.valid_from FROM (${judgedBy(stamp)}) j
  WHERE j.zone = z.zone AND j.subject = t.subject AND j.region = t.region AND j.period = t.period LIMIT 1) ${raw(alias)} ON true`

/**
 * What stood for cell `t` at a stamp, of the statuses that say how good it is: its own, else that of the latest period of
 * its year that ended before. A new quarter is worse or better than the one before; a new year is asked for by another list.
 */
export const standingAt = (stamp: string, alias: string): Sql => sql`LEFT JOIN LATERAL (
  SELECT j.status, j.period, j.override IS NOT NULL AS overridden FROM (${judgedBy(stamp)}) j
  WHERE j.zone = z.zone AND j.subject = t.subject AND j.region = t.region AND j.period >= left(t.period, 4)
    AND j.year = left(t.period, 4)::int AND j.status = ANY(${RANKED})
    AND (j.period = t.period OR ${endMonth(sql`j.period`)} < ${endMonth(sql`t.period`)})
  ORDER BY (j.period = t.period) DESC, ${endMonth(sql`j.period`)} DESC, j.period LIMIT 1) ${raw(alias)} ON true`

/** Cells of which the judge or a report said something; the judge's first word of a cell comes with a report. */
const judged = (between: Between): Sql => {
  const { reference, regions } = between
  return sql`
  SELECT subject, region, period FROM (
    SELECT zone, subject, region, period FROM status_history WHERE ${endedBetween(between)} OFFSET 0) h
  WHERE zone = ${reference.zone.code} AND region = ANY(${regions})
  UNION ${spokenOf(between)}`
}

/**
 * Cells that stand better or worse than what stood for them, with both. When a period ends nearly all are judged anew, and
 * most as before: what stands now is looked up first.
 */
export const moved = (between: Between): Sql => sql`
  moved AS MATERIALIZED (
    SELECT t.subject, t.region, t.period, stood.status AS before, t.status AS after FROM (
      SELECT t.*, later.status FROM (${judged(between)}) t CROSS JOIN z ${statusAt(between.until, 'later')}
      WHERE later.status = ANY(${RANKED}) OFFSET 0) t
    CROSS JOIN z ${standingAt(between.since, 'stood')} WHERE stood.status <> t.status)`

/** Cells that the judge calls otherwise than before. */
export const rejudged = (between: Between): Sql => sql`
  SELECT t.subject, t.region, t.period FROM (${judged(between)}) t
  CROSS JOIN z ${statusAt(between.since, 'sb')} ${statusAt(between.until, 'sa')} WHERE sb.status IS DISTINCT FROM sa.status`
