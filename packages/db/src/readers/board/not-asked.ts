import { z } from 'zod'
import { leaveMore, momentsOf, type PeriodMoments } from '@lianxi/domain/time/calendar'
import { Frequency, frequencyOf, type Period, yearOf } from '@lianxi/schema/period'
import type { PeriodView } from '@lianxi/schema/views/common'
import type { NotAsked, NotAskedCount } from '@lianxi/schema/views/not-asked'
import { SubjectKind } from '@lianxi/schema/vocabulary'
import { empty, raw, type Sql, sql } from '../../client'
import type { Board } from '../base/board'
import { dutyBody, iso, periodEnd } from '../base/parts'
import { endOf, notAskedIn } from '../base/periods'
import type { Reference } from '../base/reference'
import type { Frame } from '../moment/frame'
import { markJson, StoredMark } from '../status/read'

/**
 * 本期不报: duties of the year whose rhythm has no period that ends with the shown one. They have no cell, so they are in
 * none of its counts; a duty says how often it is reported, whatever was opened so far.
 */
const rhythmsOf = (period: Period): string[] => notAskedIn(period).map(({ frequency }) => frequency)

/** Row `alias` (subject, region, year) is one of them. */
export function isNotAsked(alias: string, period: Period, board: Board): Sql {
  const [b, rhythms] = [raw(alias), rhythmsOf(period)]
  if (rhythms.length === 0) return sql`false`
  return sql`EXISTS (SELECT FROM ${board.duty} d WHERE d.zone = ${b}.zone AND d.subject = ${b}.subject
    AND d.region = ${b}.region AND d.year = ${b}.year AND d.frequency = ANY(${rhythms}))`
}

/** Of a row of the shown page: the more time it was given for its next period, and its latest status before this one. */
export function notAskedOf(alias: string, period: Period, board: Board): { join: Sql; json: Sql } {
  const [b, other] = [raw(alias), notAskedIn(period)]
  if (other.length === 0) return { join: empty, json: sql`NULL` }
  const next = sql`(${JSON.stringify(Object.fromEntries(other.map((one) => [one.frequency, one.next])))}::jsonb->>d.frequency)`
  return {
    join: sql`
    LEFT JOIN LATERAL (
      SELECT d.frequency, (SELECT max(e.due_at) FROM ${board.extension} e
        WHERE e.zone = d.zone AND e.period = ${next} AND e.region = d.region AND (e.subject = d.subject
          OR e.subject = '' AND e.body = ${dutyBody('d', next)})
          AND e.body = ANY(ARRAY[d.body] || ARRAY(SELECT h->>'body' FROM jsonb_array_elements(d.holders) h))) AS extended_to
      FROM ${board.duty} d WHERE d.zone = ${b}.zone AND d.subject = ${b}.subject AND d.region = ${b}.region
        AND d.year = ${b}.year AND d.frequency = ANY(${rhythmsOf(period)}) LIMIT 1) rest ON true
    LEFT JOIN LATERAL (
      SELECT o.* FROM ${board.status} o WHERE rest.frequency IS NOT NULL AND o.zone = ${b}.zone
        AND o.subject = ${b}.subject AND o.region = ${b}.region AND o.status <> 'not-due'
        AND ${periodEnd('o')} < ${endOf(period)}
      ORDER BY ${periodEnd('o')} DESC LIMIT 1) judged ON true`,
    json: sql`CASE WHEN rest.frequency IS NOT NULL THEN jsonb_build_object('frequency', rest.frequency,
      'extendedTo', ${iso('rest.extended_to')}, 'judged', CASE WHEN judged.status IS NOT NULL THEN
        jsonb_build_object('period', judged.period, 'mark', ${markJson('judged')}) END) END`,
  }
}

export const StoredNotAsked = z
  .object({
    frequency: Frequency,
    extendedTo: z.string().nullable(),
    judged: z.object({ period: z.string(), mark: StoredMark.unwrap() }).nullable(),
  })
  .nullable()

type Calendar = { reference: Reference; periods: readonly PeriodView[]; period: PeriodView }

/** What was looked up of a row, with the period in which it is asked for next and when that falls due. */
export function toNotAsked(calendar: Calendar, stored: z.infer<typeof StoredNotAsked>): NotAsked | null {
  if (stored === null) return null
  const { frequency, extendedTo, judged } = stored
  const next = nextOf(calendar, frequency)
  const isLater = extendedTo !== null && next.dueAt !== null && Date.parse(extendedTo) > Date.parse(next.dueAt)
  return { frequency, next: isLater ? { ...next, dueAt: extendedTo } : next, judged }
}

function nextOf({ reference, periods, period: shown }: Calendar, frequency: Frequency): NotAskedCount['next'] {
  const period = notAskedIn(shown.period).find((one) => one.frequency === frequency)?.next ?? shown.period
  const opened = periods.find((one) => one.period === period)?.dueAt ?? null
  return { period, dueAt: opened ?? dueByLists(reference, period) }
}

/** When the lists of its year let a period fall due that the calendar has not opened yet; null: none asks for it. */
function dueByLists({ lists }: Reference, period: Period): string | null {
  let latest: PeriodMoments | undefined
  for (const { year, calendar } of lists.values())
    for (const rule of calendar) {
      if (year !== yearOf(period) || rule.frequency !== frequencyOf(period)) continue
      const moments = momentsOf(period, rule)
      if (leaveMore(moments, latest)) latest = moments
    }
  return latest?.dueAt.toISOString() ?? null
}

const CountRow = z.object({ region: z.string(), kind: SubjectKind, frequency: Frequency, n: z.int() })

/** How many there are, by rhythm and by region: counted along an index of the year's rhythms, subjects are not looked at. */
export async function readNotAsked(
  frame: Frame,
): Promise<{ notAsked: NotAskedCount[]; ofRegion: (region: string) => number }> {
  const { db, board, reference, regions, period } = frame
  const rhythms = rhythmsOf(period.period)
  const found =
    rhythms.length === 0
      ? []
      : await db.$queryRaw<unknown[]>(sql`
    SELECT d.region, d.kind, d.frequency, count(*)::int AS n FROM ${board.duty} d
    WHERE d.zone = ${reference.zone.code} AND d.year = ${yearOf(period.period)} AND d.frequency = ANY(${rhythms})
      AND d.region = ANY(${regions})
    GROUP BY d.region, d.kind, d.frequency`)
  const rows = z.array(CountRow).parse(found)
  const count = (is: (row: z.infer<typeof CountRow>) => boolean) =>
    rows.reduce((sum, row) => sum + (is(row) ? row.n : 0), 0)
  const counts = notAskedIn(period.period).map(({ frequency }) => ({
    frequency,
    next: nextOf(frame, frequency),
    targets: count((row) => row.frequency === frequency && row.kind === 'target'),
    projects: count((row) => row.frequency === frequency && row.kind === 'project'),
  }))
  return {
    notAsked: counts.filter(({ targets, projects }) => targets + projects > 0),
    ofRegion: (region) => count((row) => row.region === region),
  }
}
