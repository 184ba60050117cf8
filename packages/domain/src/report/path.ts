import { monthsElapsed, type Period } from '@lianxi/schema/period'
import { abs, exact } from './exact'
import type { Promised } from './promised'
import type { CheckThresholds } from '@lianxi/schema/check-thresholds'

/** How much of the year's plan should be done at the period's end, in percent: the list's own curve, else even months. */
export function expectedPercent(period: Period, curve: number[] | null): number {
  const months = monthsElapsed(period)
  return curve?.[months - 1] ?? Math.round((months * 100) / 12)
}

/** Investment in points of the year's plan before (+) or behind (−) where the year stands; null without a plan. */
export function pointsOffPlan(yearWan: number, { planWan, curve }: Promised, period: Period): number | null {
  if (planWan === null || planWan === 0) return null
  return Number((BigInt(yearWan) * 100n) / BigInt(planWan)) - expectedPercent(period, curve)
}

/**
 * Is a target's figure far from where it should stand? A flow: against the year's value by months. What grows from a
 * baseline: beyond it by the whole way, to either side. Growth rates, ratios and limits have no path to be far from.
 */
export function farFromPath(
  value: bigint,
  promised: Promised,
  period: Period,
  thresholds: CheckThresholds['path'],
): boolean {
  const { basis, yearValue, baseline } = promised
  if (yearValue === null) return false
  const goal = exact(yearValue)
  if (basis === 'flow' || basis === 'per-year') {
    if (goal <= 0n) return false
    const [done, due] = [value * 1_200n, goal * BigInt(monthsElapsed(period))]
    return done < due * BigInt(thresholds.lowPercent) || done > due * BigInt(thresholds.highPercent)
  }
  if (basis !== 'stock' || baseline === null) return false
  const from = exact(baseline)
  const way = abs(goal - from)
  if (way * 20n < abs(goal)) return false
  const gone = goal > from ? value - from : from - value
  return gone < -way || gone > way * BigInt(thresholds.timesOfWay)
}
