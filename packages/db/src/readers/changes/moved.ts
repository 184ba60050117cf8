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

/** Statuses at a stamp that say how good it is, of the subject, region and year of cell `t`. */
const ofItsYear = (stamp: string): Sql => sql`(${judgedBy(stamp)}) j
  WHERE j.zone = z.zone AND j.subject = t.subject AND j.region = t.region AND j.period >= left(t.period, 4)
    AND j.year = left(t.period, 4)::int AND j.status = ANY(${RANKED})`

/**
 * What stood for cell `t` at a stamp, of the statuses that say how good it is: its own, else that of the latest period of
 * its year that ended before. A new quarter is worse or better than the one before; a new year is asked for by another list.
 */
export const standingAt = (stamp: string, alias: string): Sql => sql`LEFT JOIN LATERAL (
  SELECT j.status, j.period, j.override IS NOT NULL AS overridden FROM ${ofItsYear(stamp)}
    AND (j.period = t.period OR ${endMonth(sql`j.period`)} < ${endMonth(sql`t.period`)})
  ORDER BY (j.period = t.period) DESC, ${endMonth(sql`j.period`)} DESC, j.period LIMIT 1) ${raw(alias)} ON true`

/**
 * `stood` is what cell `t` is compared with: its own status, or that of an earlier period, if no later one says at the
 * stamp how good it is; what got worse in between and is better by then is no change.
 */
export const isComparedWith = (stood: string, stamp: string): Sql => sql`(${raw(stood)}.period = t.period
  OR NOT EXISTS (SELECT FROM ${ofItsYear(stamp)} AND ${endMonth(sql`j.period`)} > ${endMonth(sql`t.period`)}))`

/**
 * What the judge said and says no more, with whether it stood at `since`. Only when it ended is looked for along an index:
 * of so many regions PostgreSQL expects few rows, and read a third of another index to leave the others out.
 */
const ended = (between: Between): Sql => {
  const { reference, regions, since } = between
  return sql`
  SELECT subject, region, period, status, stood FROM (
    SELECT zone, subject, region, period, status, lower(valid) <= ${since}::timestamptz AS stood FROM status_history
    WHERE ${endedBetween(between)} OFFSET 0) h
  WHERE zone = ${reference.zone.code} AND region = ANY(${regions})`
}

/**
 * Cells that stand better or worse than what stood for them, with both. When a period ends nearly all are judged anew, and
 * most as before: of these only what stands now is looked up. What stood for a cell that had no such status is looked up
 * where it has one now; its first comes after another word of the judge, or with a report.
 */
export const moved = (between: Between): Sql => sql`
  ended AS MATERIALIZED (${ended(between)}),
  moved AS MATERIALIZED (
    SELECT t.subject, t.region, t.period, t.status AS before, later.status AS after
    FROM (SELECT * FROM ended WHERE stood AND status = ANY(${RANKED}) OFFSET 0) t
    CROSS JOIN z ${statusAt(between.until, 'later')} WHERE later.status <> t.status AND later.status = ANY(${RANKED})
    UNION
    SELECT t.subject, t.region, t.period, stood.status, t.status FROM (
      SELECT t.*, later.status FROM (
        SELECT subject, region, period FROM ended WHERE status <> ALL(${RANKED})
        UNION
        SELECT s.* FROM (${spokenOf(between)}) s WHERE NOT EXISTS (SELECT FROM ended e
          WHERE e.subject = s.subject AND e.region = s.region AND e.period = s.period)) t
      CROSS JOIN z ${statusAt(between.until, 'later')} WHERE later.status = ANY(${RANKED}) OFFSET 0) t
    CROSS JOIN z ${standingAt(between.since, 'stood')}
    WHERE stood.status <> t.status AND ${isComparedWith('stood', between.until)})`

/**
 * Cells that the judge calls otherwise than before, and those of other periods of their year: one speaks for them all.
 * @param spoken a table of this statement's own: cells that were spoken of
 */
export const rejudged = (between: Between, spoken: string): Sql => sql`
  SELECT o.subject, o.region, o.period FROM (
    SELECT DISTINCT t.subject, t.region, left(t.period, 4) AS year FROM (
      SELECT DISTINCT subject, region, period FROM (${ended(between)}) e UNION SELECT * FROM ${raw(spoken)}) t
    CROSS JOIN z ${statusAt(between.since, 'sb')} ${statusAt(between.until, 'sa')}
    WHERE sb.status IS DISTINCT FROM sa.status) c
  CROSS JOIN z JOIN status o ON o.zone = z.zone AND o.subject = c.subject AND o.region = c.region AND o.year = c.year::int`
