import Big from 'big.js'
import { comparePeriods, type Period, yearOf } from '@lianxi/schema/period'
import type { PastFigure } from '@lianxi/schema/views/check-context'

/** Figures of one kind before a period, oldest first. */
export type Point = { period: Period; value: Big }

export function pointsBefore(
  history: PastFigure[],
  period: Period,
  figure: (past: PastFigure) => string | number | null,
): Point[] {
  return history
    .flatMap((past) => {
      const value = figure(past)
      return value === null || comparePeriods(past.period, period) >= 0
        ? []
        : [{ period: past.period, value: new Big(value) }]
    })
    .sort((a, b) => comparePeriods(a.period, b.period))
}

export const sameYear = (points: Point[], period: Period): Point[] =>
  points.filter((point) => yearOf(point.period) === yearOf(period))

/** About ten thousand times as much or as little: 万元 and 亿元 mixed up. */
export function looksLikeOtherUnit(value: Big, reference: Big): boolean {
  if (value.eq(0) || reference.eq(0)) return false
  const ratio = value.div(reference).abs()
  return (ratio.gte(3000) && ratio.lte(30_000)) || (ratio.gte('0.00003') && ratio.lte('0.0003'))
}

function median(values: Big[]): Big {
  const sorted = [...values].sort((a, b) => a.cmp(b))
  const upper = sorted[Math.floor(sorted.length / 2)] ?? new Big(0)
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? upper
  return upper.plus(lower).div(2)
}

/**
 * Does the step from the last figure leave what the subject's own steps have been? Median of the steps plus or minus
 * eight median deviations, but never within 10 % of the last figure. Fewer than five figures say nothing.
 */
export function leavesOwnHistory(value: Big, points: Point[]): boolean {
  const last = points.at(-1)
  if (points.length < 5 || last === undefined) return false
  const steps = points.slice(1).map((point, index) => point.value.minus(points[index]?.value ?? point.value))
  const usual = median(steps)
  const spread = median(steps.map((step) => step.minus(usual).abs()))
  const least = last.value.abs().times('0.1')
  const allowed = spread.times(8).gt(least) ? spread.times(8) : least
  return value.minus(last.value).minus(usual).abs().gt(allowed)
}

/** More than three times, or less than a third, of the same period a year before (year-to-date figures). */
export function farFromLastYear(value: Big, points: Point[], period: Period): boolean {
  const lastYear = `${yearOf(period) - 1}${period.slice(4)}`
  const then = points.find((point) => point.period === lastYear)
  if (then === undefined || then.value.lte(0) || value.lt(0)) return false
  return value.gt(then.value.times(3)) || value.times(3).lt(then.value)
}
