import { monthsElapsed, yearOf } from '@lianxi/schema/period'
import { lastOfYear } from './figures'
import { pastYears } from './cumulative'
import { undeterminable, type Finding } from './finding'
import { atLeast, compare, fraction, minus, plus, ZERO, type Fraction } from './fraction'
import { toleranceOf } from './sense'
import { amount } from './sentence'
import type { RuleSet, TargetInput } from './types'

type Side = 'below' | 'above' | 'both'

/** The side the data name; else the one the comparator or the direction leaves. */
function sideOf({ holdSide, comparator, direction }: TargetInput): Side {
  if (holdSide !== null) return holdSide
  if (comparator === 'ge' || comparator === 'gt') return 'below'
  if (comparator === 'le' || comparator === 'lt') return 'above'
  return direction === 'up' ? 'below' : direction === 'down' ? 'above' : 'both'
}

/** The lowest and the highest that still keep the limit; `eq` and `approx` have the tolerance. */
function limitsOf(input: TargetInput, target: { value: string; high: string | null }, ruleSet: RuleSet) {
  const [low, high] = [fraction(target.value), fraction(target.high ?? target.value)]
  const tolerant = input.comparator === 'eq' || input.comparator === 'approx'
  const slack = (limit: Fraction) => (tolerant ? toleranceOf(limit, ruleSet) : ZERO)
  return { low, high, lowest: minus(low, slack(low)), highest: plus(high, slack(high)) }
}

/**
 * A limit to be kept all the time (控制在…以内, 稳定在…): met or breached each period, never extrapolated. What adds up over
 * a year can break its upper limit any day, but falls short of its lower one only when the year is over.
 */
export function judgeLimit(input: TargetInput, reported: Fraction, ruleSet: RuleSet): Finding {
  const { target, yearValue, unit, comparator } = input
  const aim = yearValue === null ? target : { value: yearValue.value, high: null }
  if (aim === null) return undeterminable('target', '规划和清单都没有本地区的限值，无法判定。')
  const value = input.basis === 'cumulative' ? sumOf(input, reported) : reported
  const { low, high, lowest, highest } = limitsOf(input, aim, ruleSet)
  const side = sideOf(input)
  const strict = { gt: compare(value, lowest) === 0, lt: compare(value, highest) === 0 }
  const under = side !== 'above' && (!atLeast(value, lowest) || (comparator === 'gt' && strict.gt))
  const above = side !== 'below' && (!atLeast(highest, value) || (comparator === 'lt' && strict.lt))
  const said = { method: 'limit', actual: value, expected: above ? high : low } as const
  const is = `实际 ${amount(value, unit)}`
  const slack = comparator === 'eq' || comparator === 'approx' ? `（容差 ${ruleSet.rules.tolerancePercent}%）` : ''
  if (above) return { status: 'breached', ...said, sentence: `${is}，高于限值 ${amount(high, unit)}${slack}。` }
  if (under && isStillAddingUp(input)) {
    const sentence = `${is}，限值为不低于 ${amount(low, unit)}；累计数期满才能判定。`
    return { status: 'not-due', ...said, sentence }
  }
  if (under) return { status: 'breached', ...said, sentence: `${is}，低于限值 ${amount(low, unit)}${slack}。` }
  const range = { below: `不低于 ${amount(low, unit)}`, above: `不高于 ${amount(high, unit)}`, both: '在规定范围内' }[
    side
  ]
  return { status: 'met', ...said, sentence: `${is}，符合“${range}”的要求${slack}。` }
}

const sumOf = (input: TargetInput, value: Fraction): Fraction =>
  pastYears(input).reduce((sum, year) => plus(sum, lastOfYear(input, year) ?? ZERO), value)

function isStillAddingUp({ basis, period, target }: TargetInput): boolean {
  if (basis === 'cumulative') return yearOf(period) < (target?.year ?? 0) || monthsElapsed(period) < 12
  return (basis === 'flow' || basis === 'per-year') && monthsElapsed(period) < 12
}
