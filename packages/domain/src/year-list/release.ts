import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { momentsOf } from '../time/calendar'
import type { YearList } from './state'

/**
 * Figures of a year are due when the statistics are released: where an indicator comes later than the list's calendar
 * asks for it, its duty gets until then, at most until the period closes. `releases`: days after the period's end, by
 * subject.
 */
export function untilReleased(
  { year, calendar, items }: YearList,
  releases: ReadonlyMap<string, number>,
  grantedBy: string,
): LianxiEvent[] {
  const rule = calendar.find(({ frequency }) => frequency === 'year')
  if (rule === undefined) return []
  const period = String(year)
  return items.flatMap(({ content: { subject, region, body, frequency } }): LianxiEvent[] => {
    const days = frequency === 'year' ? (releases.get(subject) ?? 0) : 0
    if (days <= rule.dueAfterDays) return []
    const dueAfterDays = Math.min(days, rule.closesAfterDays)
    const dueAt = momentsOf(period, { ...rule, dueAfterDays }).dueAt.toISOString()
    const reason = `统计数据在期末后${days}天发布`
    return [{ type: 'lianxi.duty.extended.v1', data: { region, body, subject, period, dueAt, reason, grantedBy } }]
  })
}
