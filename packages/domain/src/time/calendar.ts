import type { CalendarRule } from '@lianxi/schema/events/commitments'
import { monthsElapsed, yearOf, type Period } from '@lianxi/schema/period'

/** The moments of one reporting period, as instants in UTC. */
export type PeriodMoments = { opensAt: Date; dueAt: Date; closesAt: Date }

/** China has one time zone and no summer time: always eight hours ahead of UTC. */
const CHINA_OFFSET_HOURS = 8

/**
 * When a period opens, falls due and closes under a list's rule. Days count from the last day of the period, in
 * Asia/Shanghai: `opensAfterDays: 1` opens at 00:00 of the day after it; due and close are at `dueTime`.
 */
export function momentsOf(period: Period, rule: CalendarRule): PeriodMoments {
  const [hours = 0, minutes = 0] = rule.dueTime.split(':').map(Number)
  return {
    opensAt: chinaInstant(period, rule.opensAfterDays, 0, 0),
    dueAt: chinaInstant(period, rule.dueAfterDays, hours, minutes),
    closesAt: chinaInstant(period, rule.closesAfterDays, hours, minutes),
  }
}

/** Lists of one zone may ask for the same period: the moments that leave more time are the period's. */
export const leaveMore = (moments: PeriodMoments, others: PeriodMoments | undefined): boolean =>
  others === undefined || others.dueAt < moments.dueAt

/** `days` after the period's last day, at a time of day in China. */
function chinaInstant(period: Period, days: number, hours: number, minutes: number): Date {
  const lastDay = 0 // day 0 of the following month
  return new Date(Date.UTC(yearOf(period), monthsElapsed(period), lastDay + days, hours - CHINA_OFFSET_HOURS, minutes))
}

const inChina = (instant: string): string =>
  new Date(Date.parse(instant) + CHINA_OFFSET_HOURS * 3_600_000).toISOString()

/** `2025-10-12` in China. */
export const dayOf = (instant: string): string => inChina(instant).slice(0, 10)

/** `2025-10-12 18:00` in China. */
export const minuteOf = (instant: string): string => inChina(instant).slice(0, 16).replace('T', ' ')

/** The instant of a day in China at the time of day another instant has there. */
export function sameTimeOn(day: string, like: string): string {
  const at = Date.parse(`${day}${inChina(like).slice(10)}`) - CHINA_OFFSET_HOURS * 3_600_000
  return new Date(at).toISOString()
}

/** The instant at which a day in China is over. */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + (24 - CHINA_OFFSET_HOURS) * 3_600_000).toISOString()
