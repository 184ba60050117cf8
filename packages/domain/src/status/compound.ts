import {
  absolute,
  atLeast,
  compare,
  fraction,
  isPositive,
  minus,
  ONE,
  over,
  power,
  times,
  whole,
  ZERO,
  type Fraction,
} from './fraction'
import type { Measure } from './bands'
import { endOfYear, type Start } from './path'
import { root } from './root'
import type { Sense } from './sense'
import { shown } from './sentence'
import type { RuleSet } from './types'

type Course = { start: Start; end: Start; value: Fraction; at: number; sense: Sense }
type Compound = { measure: Measure; words: string; limits: { onTrack: string; behind: string } }

/** Growth of nothing, or from below zero, has no rate: then the straight line judges. */
export function canCompound({ start, end, value, at }: Course): boolean {
  const known = isPositive(start.value) && atLeast(value, ZERO) && atLeast(end.value, ZERO)
  return known && at > endOfYear(start.year)
}

/** The factor by which something grew, raised to `months` ÷ `per`: what it is after that many months at that pace. */
function grown(factor: Fraction, months: number, per: number): Fraction {
  const common = greatestCommon(months, per)
  return root(power(factor, months / common), per / common)
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b))

/**
 * The United Nations' SDG Progress Chart (Technical Note 2023, section II b: indicators with a numerical target): the
 * value goes on to the target year at the compound rate it had since the baseline, `CAGR = (v_t ÷ v_b)^(1÷(t−b)) − 1`;
 * measured is the part of the way it will have gone by then, `(v_end − v_b) ÷ (v_T − v_b)`: from 0.95 on track, from 0.10
 * fair progress, below stagnation or regression. Periods within a year count in months.
 */
export function unProgressChart(course: Course, { rules }: RuleSet): Compound {
  const { start, end, value, at } = course
  const gone = at - endOfYear(start.year)
  const all = Math.max(endOfYear(end.year) - endOfYear(start.year), gone)
  const projected = times(start.value, grown(over(value, start.value), all, gone))
  const ratio = over(minus(projected, start.value), minus(end.value, start.value))
  const words = `按基期以来的平均增速推算，到${end.year}年可实现目标增量的比例为 ${shown(ratio, 2, limitsOf(rules.compoundUn))}`
  return { measure: { kind: 'ratio', value: ratio }, words, limits: rules.compoundUn }
}

/**
 * Open SDG (Progress Measurement Methodology, after Statistics Canada and Eurostat): the compound yearly rate since the
 * baseline ÷ the size of the rate that leads from baseline to target, signed by the desired direction: from 0.95 on
 * track, from 0.60 progress but too slow, from 0 limited progress, below zero deterioration.
 */
export function openSdg(course: Course, { rules }: RuleSet): Compound | undefined {
  const { start, end, value, at, sense } = course
  const began = endOfYear(start.year)
  const observed = minus(grown(over(value, start.value), 12, at - began), ONE)
  const required = minus(grown(over(end.value, start.value), 12, endOfYear(end.year) - began), ONE)
  if (compare(required, ZERO) === 0) return undefined
  const ratio = times(over(observed, absolute(required)), whole(sense === 'up' ? 1 : -1))
  const [is, needed] = [observed, required].map((rate) => `${shown(times(rate, whole(100)), 2)}%`)
  const words = `基期以来年均增速 ${is}，按期达到目标须 ${needed}，两者之比 ${shown(ratio, 2, limitsOf(rules.compoundOpenSdg))}`
  return { measure: { kind: 'ratio', value: ratio }, words, limits: rules.compoundOpenSdg }
}

const limitsOf = ({ onTrack, behind }: { onTrack: string; behind: string }): Fraction[] => [
  fraction(onTrack),
  fraction(behind),
  ZERO,
]
