import type { CheckContext } from '@lianxi/schema/views/check-context'
import { lastDayOf } from '@lianxi/schema/period'
import { dayOf } from '../time/calendar'

type When = Pick<CheckContext, 'period' | 'saidAt'>

/**
 * Where a day on which something is said to have been done cannot be: after the period the report is about, or after the
 * day on which it is said. Undefined: it can. One rule for forms, sheets and the worker, which goes by the event's time.
 */
export function wrongDay(day: string, { period, saidAt }: When): 'after-period' | 'in-future' | undefined {
  if (day > lastDayOf(period)) return 'after-period'
  return day > dayOf(saidAt) ? 'in-future' : undefined
}
