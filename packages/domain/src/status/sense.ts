import { absolute, atLeast, compare, fraction, HUNDRED, minus, over, plus, times, type Fraction } from './fraction'
import type { RuleSet, TargetInput } from './types'

/** Which way is better. */
export type Sense = 'up' | 'down'

/** The comparator says it, else the direction, else where the target lies from the baseline; undefined: nobody says it. */
export function senseOf({ comparator, direction, baseline, target }: TargetInput): Sense | undefined {
  if (comparator === 'ge' || comparator === 'gt') return 'up'
  if (comparator === 'le' || comparator === 'lt') return 'down'
  if (direction !== null) return direction
  if (baseline === null || target === null) return undefined
  const from = fraction(baseline.value)
  if (compare(from, fraction(target.value)) < 0) return 'up'
  return compare(from, fraction(target.high ?? target.value)) > 0 ? 'down' : undefined
}

/** Of a range its lower end, the upper when falling. */
export function aimOf(target: NonNullable<TargetInput['target']>, sense: Sense): Fraction {
  return fraction(sense === 'down' && target.high !== null ? target.high : target.value)
}

/** The tolerance around a value, in its own unit. */
export const toleranceOf = (value: Fraction, { rules }: RuleSet): Fraction =>
  times(absolute(value), over(fraction(rules.tolerancePercent), HUNDRED))

export const better = (sense: Sense, a: Fraction, b: Fraction): boolean => compare(a, b) * (sense === 'up' ? 1 : -1) > 0

/** `eq` means at least when more is better and at most when less is; `approx` allows the tolerance. */
export function reaches(input: TargetInput, value: Fraction, aim: Fraction, sense: Sense, ruleSet: RuleSet): boolean {
  const { comparator } = input
  if (comparator === 'gt' || comparator === 'lt') return better(sense, value, aim)
  const slack = toleranceOf(aim, ruleSet)
  const limit = comparator !== 'approx' ? aim : sense === 'up' ? minus(aim, slack) : plus(aim, slack)
  return sense === 'up' ? atLeast(value, limit) : atLeast(limit, value)
}

/** Within the tolerance of it, on either side. */
export const isNear = (value: Fraction, aim: Fraction, ruleSet: RuleSet): boolean =>
  atLeast(toleranceOf(aim, ruleSet), absolute(minus(value, aim)))
