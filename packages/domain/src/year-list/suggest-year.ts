import type { TargetListed } from '@lianxi/schema/events/facts'
import type { ValueOrigin } from '@lianxi/schema/vocabulary'
import { abs, decimalOf, exact } from '../report/exact'

type Point = { year: number; value: string }
/** `arithmetic`: how a derived value was worked out; null where the plan says it. */
export type SuggestedYear = { year: number; value: string; origin: ValueOrigin; arithmetic: string | null }

/** What is counted anew each year is promised for every year; a limit holds always. A sum over the plan is no year's. */
const holdsEachYear = ({ basis, standing, targetYear }: TargetListed, year: number): boolean =>
  standing || basis === 'per-year' || (targetYear === year && basis !== 'cumulative')
/** On these the way from one year to the next can be drawn; a growth rate or a sum over the plan has none. */
const isOnPath = ({ basis, comparator }: TargetListed): boolean =>
  (basis === 'stock' || basis === 'ratio' || basis === 'flow') && comparator !== 'range'

/**
 * A target's value for a year: as the plan gives it, else on the straight line between the years around it that are
 * known, marked as 推算 and with the arithmetic. Null: the plan does not say and nothing can be derived.
 */
export function suggestYear(target: TargetListed, baseline: Point | null, year: number): SuggestedYear | null {
  const { value, targetYear, yearly = [] } = target
  if (value === null) return null
  const given = yearly.find((one) => one.year === year)
  if (given !== undefined) return { ...given, origin: 'plan', arithmetic: null }
  if (holdsEachYear(target, year)) return { year, value, origin: 'plan', arithmetic: null }
  if (!isOnPath(target)) return null
  const known = [...(baseline === null ? [] : [baseline]), ...yearly, { year: targetYear, value }].sort(
    (a, b) => a.year - b.year,
  )
  const before = known.filter((point) => point.year < year).at(-1)
  const after = known.find((point) => point.year > year)
  return before === undefined || after === undefined ? null : between(before, after, year)
}

/** What the plan itself says of the year, for the whole that parts are held against; undefined: it says nothing of it. */
export function planValueOf(target: TargetListed, year: number): string | undefined {
  const said = suggestYear(target, null, year)
  return said?.origin === 'plan' ? said.value : undefined
}

const placesOf = (value: string): number => value.split('.')[1]?.length ?? 0

function between(before: Point, after: Point, year: number): SuggestedYear {
  const [from, to] = [exact(before.value), exact(after.value)]
  const [gone, all] = [year - before.year, after.year - before.year]
  const places = Math.max(placesOf(before.value), placesOf(after.value))
  // In units of the last place: half of them or more is one more.
  const unit = 10n ** BigInt(8 - places) * BigInt(all)
  const whole = from * BigInt(all) + (to - from) * BigInt(gone)
  const rounded = ((abs(whole) + unit / 2n) / unit) * (whole < 0n ? -1n : 1n)
  const value = decimalOf(rounded * 10n ** BigInt(8 - places))
  const sign = rounded * unit === whole ? '=' : '≈'
  const step = to < from ? `− (${before.value} − ${after.value})` : `+ (${after.value} − ${before.value})`
  return {
    ...{ year, value, origin: 'derived' },
    arithmetic: `${before.value}（${before.year}年）${step} × ${gone}/${all} ${sign} ${value}，在${before.year}年与${after.year}年之间按直线推算`,
  }
}
