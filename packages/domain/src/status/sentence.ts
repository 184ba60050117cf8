import { grouped, withUnit } from '@lianxi/schema/figure-words'
import { compare, decimal, fixed, fraction, HUNDRED, times, type Fraction } from './fraction'

const MOST = 12

/**
 * A figure with `places` after the point, or with as many more as it takes to stand on the same side of a limit as the
 * exact one: 0.9496 is not shown as 0.95 where 0.95 would be enough.
 */
export function shown(value: Fraction, places: number, limits: readonly Fraction[] = []): string {
  for (let more = places; more < MOST; more += 1) {
    const text = fixed(value, more)
    if (limits.every((limit) => compare(fraction(text), limit) === compare(value, limit))) return text
  }
  return fixed(value, MOST)
}

/** A share as percent: `63.0%`. */
export const percent = (share: Fraction): string => `${grouped(fixed(times(share, HUNDRED), 1))}%`

/**
 * A value with its unit: `160 个`, `3.5%`, `28,267 万元`. The unit is the one it was reported in, so that a sentence shows the
 * figures of the form, and all of them in one unit.
 */
export function amount(value: Fraction, unit: string | null): string {
  return withUnit(grouped(decimal(value, 4)), unit)
}
