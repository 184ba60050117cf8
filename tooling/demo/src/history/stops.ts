import { type Period, periodLabel, periodsOf, yearOf } from '@lianxi/schema/period'
import { FIRST_YEAR, LAST_YEAR } from '../lists/item'
import { momentsOfDemo } from '../lists/calendar'

/** A moment the demo's clock stops at. What offices did since the last stop is published there, and must be applied. */
export type Stop = {
  at: Date
  label: string
  quarter: number
  quarters: number
  does: 'catalogue' | 'lists' | 'reports'
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** The quarter that is left open, and where the clock stands from then on: 2025-10-12 18:00 in China. */
export const OPEN_QUARTER: Period = '2025Q3'
export const DEMO_END = new Date('2025-10-12T10:00:00.000Z')

export const QUARTERS: Period[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) =>
  periodsOf(FIRST_YEAR + index, 'quarter'),
)
  .flat()
  .filter((period) => period <= OPEN_QUARTER)

const china = (date: string): Date => new Date(`${date}+08:00`)
const later = (moment: Date, by: number): Date => new Date(moment.getTime() + by)

/** When a year's lists are adopted. */
export const adoptedAt = (year: number): Date => china(`${year}-01-20T10:30:00`)

/** All stops in order of time. */
export function demoStops(): Stop[] {
  const stop = (at: Date, label: string, quarter: number, does: Stop['does']): Stop => ({
    at,
    label,
    quarter,
    quarters: QUARTERS.length,
    does,
  })
  return [
    stop(china(`${FIRST_YEAR}-01-15T09:00:00`), '规划目录', 0, 'catalogue'),
    stop(adoptedAt(FIRST_YEAR), `${FIRST_YEAR}年度清单`, 0, 'lists'),
    ...QUARTERS.flatMap((period, index) =>
      momentsAfter(period).map(({ at, does }) => stop(at, periodLabel(period), index + 1, does)),
    ),
  ]
}

/** A quarter's stops: opened, most reported, fallen due, stragglers; after the fourth quarter also list and year. */
function momentsAfter(period: Period): Pick<Stop, 'at' | 'does'>[] {
  const { opensAt, dueAt } = momentsOfDemo(period)
  const reports = (at: Date) => ({ at, does: 'reports' as const })
  const opened = reports(later(opensAt, 9 * HOUR))
  if (period === OPEN_QUARTER) return [opened, reports(later(opensAt, 8 * DAY + 18 * HOUR)), reports(DEMO_END)]
  const stops = [
    opened,
    reports(later(opensAt, 9 * DAY + 18 * HOUR)),
    reports(later(dueAt, HOUR / 2)),
    reports(later(dueAt, 13 * DAY)),
  ]
  if (!period.endsWith('Q4')) return stops
  const year = momentsOfDemo(String(yearOf(period)))
  return [
    ...stops,
    { at: adoptedAt(yearOf(period) + 1), does: 'lists' as const },
    reports(later(year.dueAt, -4 * DAY)),
    reports(later(year.dueAt, HOUR / 2)),
    reports(later(year.dueAt, 13 * DAY)),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}
