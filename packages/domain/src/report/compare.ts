import { abs } from './exact'

/** About ten thousand times as much or as little: 万元 and 亿元 mixed up. */
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

/** Does the step from the last value leave the usual one by more than eight deviations and 10 % of the last value? */
export function leavesOwnHistory(value: bigint, last: bigint, { step, spread }: Usual): boolean {
  const off = abs(value - last - step)
  return off > spread * 8n && off * 10n > abs(last)
}

/** More than three times, or less than a third, of the same period a year before (year-to-date figures). */
export const farFromLastYear = (value: bigint, then: bigint): boolean =>
  then > 0n && value >= 0n && (value > then * 3n || value * 3n < then)
