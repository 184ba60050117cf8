import type { CalendarRule } from '@lianxi/schema/events/commitments'
import { frequencyOf, type Frequency, type Period } from '@lianxi/schema/period'
import { momentsOf, type PeriodMoments } from '@lianxi/domain/time/calendar'

const rule = (frequency: Frequency, dueAfterDays: number, closesAfterDays: number): CalendarRule => ({
  frequency,
  opensAfterDays: 1,
  dueAfterDays,
  closesAfterDays,
  dueTime: '18:00',
})

/** Open the day after the period; figures of a year take longer. One calendar for every list of the zone. */
export const CALENDAR: CalendarRule[] = [rule('quarter', 15, 75), rule('half', 15, 75), rule('year', 60, 150)]

export function momentsOfDemo(period: Period): PeriodMoments {
  const found = CALENDAR.find(({ frequency }) => frequency === frequencyOf(period))
  if (found === undefined) throw new Error(`the demo has no calendar for ${period}`)
  return momentsOf(period, found)
}
