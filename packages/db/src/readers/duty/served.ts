import type { Period } from '@lianxi/schema/period'
import { raw, type Sql, sql } from '../../client'
import { channelOf, dutyBody } from '../base/parts'

/**
 * Duty `l` says what duty `d` asks for in a period: both are held by one body, who types its reports. Where one was
 * handed over, or a system sends them, each is asked for itself.
 */
const serves = (period: Sql): Sql => sql`l.served_by IS NULL AND l.frequency = d.frequency AND l.kind = d.kind
  AND ${dutyBody('l', period)} = ${dutyBody('d', period)}
  AND ${channelOf(sql`d.zone`, dutyBody('d', period), sql`d.kind`)} = 'web'`

const pair = sql`board.duty d JOIN board.duty l
  ON (l.zone, l.subject, l.region, l.year) = (d.zone, d.served_by, d.region, d.year)`

/** The subject whose report serves row `alias` (zone, subject, region, year, period); null: it is asked for itself. */
export const servedBy = (alias: string): Sql => {
  const p = raw(alias)
  return sql`(SELECT d.served_by FROM ${pair}
    WHERE d.zone = ${p}.zone AND d.subject = ${p}.subject AND d.region = ${p}.region AND d.year = ${p}.year
      AND ${serves(sql`${p}.period`)})`
}

/** Row `alias` is asked for itself: nobody is asked twice for one figure. */
export const askedItself = (alias: string): Sql => sql`${servedBy(alias)} IS NULL`

/** Cell `alias` is what its body is chased for: asked for itself, and not reported, or reported and returned. */
export const isOwed = (alias: string): Sql =>
  sql`${raw(alias)}.state IN ('pending', 'overdue', 'returned') AND ${askedItself(alias)}`

/** What cell `alias` owes is filled in and waits for its body's own approver; nothing else of the office's row is for others. */
export const awaitsApproval = (alias: string): Sql => {
  const p = raw(alias)
  return sql`EXISTS (SELECT FROM report r WHERE r.zone = ${p}.zone AND r.subject = ${p}.subject
    AND r.region = ${p}.region AND r.period = ${p}.period AND r.state = 'submitted')`
}

/** Subject, region and period of all of a zone's cells that others serve in these periods of one year: few, and found at once. */
export const servedIn = (zone: string, periods: readonly Period[], year: number): Sql => sql`
  SELECT d.subject, d.region, k.period FROM ${pair} CROSS JOIN unnest(${[...periods]}::text[]) AS k (period)
  WHERE d.zone = ${zone} AND d.year = ${year} AND d.served_by IS NOT NULL AND ${serves(sql`k.period`)}`

/** Subjects the report of row `alias` is said of too, as a JSON array of codes. */
export const servedSubjects = (alias: string): Sql => {
  const p = raw(alias)
  return sql`coalesce((SELECT jsonb_agg(d.subject ORDER BY d.subject) FROM ${pair}
    WHERE d.zone = ${p}.zone AND d.served_by = ${p}.subject AND d.region = ${p}.region AND d.year = ${p}.year
      AND d.frequency = ${p}.frequency AND ${serves(sql`${p}.period`)}), '[]')`
}
