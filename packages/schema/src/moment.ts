import { z } from 'zod'
import { CalendarDate, Instant } from './decimal'

/** A minute in Asia/Shanghai, as a date and time field has it. */
export const Minute = z.iso.datetime({ local: true, precision: -1, error: '请填写完整的日期和时间' })
const HOUR_MS = 3_600_000
/** China has one time zone and no summer time. */
const CHINA_MS = 8 * HOUR_MS

/**
 * A moment to look at the board from, as an address has it: a day or a minute in Asia/Shanghai, or an exact instant
 * such as a stamp. A day and a minute are meant with their last microsecond.
 */
export const Moment = z
  .union([CalendarDate, Minute, Instant])
  .refine((moment) => moment >= '1990' && moment < '2061', '应在 1990 年至 2060 年之间')
  .meta({ title: '口径时点', examples: ['2025-10-12', '2025-10-12T18:00', '2025-10-12T10:00:00.000123Z'] })
export type Moment = z.infer<typeof Moment>

/** First and last microsecond of what a moment means, in UTC; an instant is both. */
export function spanOf(moment: Moment): { from: string; to: string } {
  if (moment.endsWith('Z')) return { from: moment, to: moment }
  const isDay = moment.length === 'yyyy-mm-dd'.length
  const from = Date.parse(isDay ? `${moment}T00:00Z` : `${moment}Z`) - CHINA_MS
  const last = new Date(from + (isDay ? 24 * HOUR_MS : 60_000) - 1).toISOString()
  return { from: new Date(from).toISOString(), to: last.replace('Z', '999Z') }
}

/** What a page is asked for beside its filters: the moment it shows, and the moment it is compared with. */
export const timeInput = {
  asOf: Moment.optional().meta({ title: '口径时点' }),
  comparedWith: Moment.optional().meta({ title: '对比时点' }),
}
