import { abs } from './exact'
import type { CheckThresholds } from '@lianxi/schema/check-thresholds'

/** About ten thousand times as much or as little: what two documents say of one plan in 万元 and in 亿元. */
export function looksLikeOtherUnit(value: bigint, reference: bigint): boolean {
  const [one, other] = [abs(value), abs(reference)]
  if (one === 0n || other === 0n) return false
  if (one >= other) return one >= other * 3_000n && one <= other * 30_000n
  return one * 100_000n >= other * 3n && one * 10_000n <= other * 3n
}

const byValue = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

function median(values: readonly bigint[]): bigint {
  const sorted = [...values].sort(byValue)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0n
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? upper
  return (upper + lower) / 2n
}

export type Usual = { step: bigint; spread: bigint }

/** What the subject's own steps have been: their median and the median deviation. Fewer than five values say nothing. */
export function usualStep(values: readonly bigint[]): Usual | undefined {
  if (values.length < 5) return undefined
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? value))
  const step = median(steps)
  return { step, spread: median(steps.map((each) => abs(each - step))) }
}

/** Does the step from the last value leave the usual one by more than so many deviations and such a part of that value? */
export function leavesOwnHistory(
  value: bigint,
  last: bigint,
  { step, spread }: Usual,
  { deviations, percentOfLast }: CheckThresholds['outlier'],
): boolean {
  const off = abs(value - last - step)
  return off > spread * BigInt(deviations) && off * 100n > abs(last) * BigInt(percentOfLast)
}

/** So many times, or less than such a part, of the same period a year before (year-to-date figures). */
export function farFromLastYear(value: bigint, then: bigint, { timesLastYear }: CheckThresholds['outlier']): boolean {
  const times = BigInt(timesLastYear)
  return then > 0n && value >= 0n && (value > then * times || value * times < then)
}
