import type { PathMethod } from '@lianxi/schema/status-vocabulary'
import { monthsElapsed, yearOf } from '@lianxi/schema/period'
import { isInPoints } from './bands'
import { perYearAgainst, planAgainst } from './cumulative'
import { yearAgainst } from './flow'
import { compare, decimal, fraction, HUNDRED, minus, over, plus, times, whole, ZERO, type Fraction } from './fraction'
import type { Against } from './pace'
import { startOf } from './path'
import { investmentAgainst } from './resolve-project'
import { judgedBasisOf } from './resolve-target'
import { aimOf, senseOf, type Sense } from './sense'
import { lineOf } from './stock'
import type { ProjectInput, RuleSet, TargetInput } from './types'

/**
 * What a period is judged against, as values of the subject itself: what should be reached, and where the status changes
 * (快于预期, 基本符合预期, 滞后; beyond the last 严重滞后). No limits: the rule does not measure by them.
 */
export type Course = { expected: string; limits: { ahead: string; onTrack: string; behind: string } | null }

/** A way from `from` over `all`, of which the share `due` should be gone. */
type Ramp = { from: Fraction; all: Fraction; due: Fraction; sense: Sense; points: boolean }

/** The course of a target at its period's end; undefined: there is nothing to be measured against. */
export function courseOfTarget(input: TargetInput, ruleSet: RuleSet): Course | undefined {
  const { target, period } = input
  const sense = senseOf(input)
  if (sense === undefined) return undefined
  const basis = judgedBasisOf(input)
  const { methods } = ruleSet.rules
  switch (basis) {
    case 'stock':
    case 'ratio':
      return onPath(input, sense, methods[basis], ruleSet)
    case 'flow': {
      const ended = monthsElapsed(period) === 12 ? onPath(input, sense, methods.flowYearEnd, ruleSet) : undefined
      return ended ?? paced(yearAgainst(input, sense, ruleSet)?.against, ruleSet)
    }
    case 'cumulative':
      return target === null || !hasBegun(input, target)
        ? undefined
        : paced(planAgainst(input, target, sense, ruleSet), ruleSet)
    case 'per-year':
      return paced(perYearAgainst(input, sense, ruleSet), ruleSet)
    case 'standing':
    case 'growth':
      return level(input, basis, sense)
    case 'relative':
    case 'flag':
    case 'project':
      return undefined
    default:
      return basis satisfies never
  }
}

/** The course of a project's investment in its year; undefined: there is no plan of the year. */
export const courseOfProject = (input: ProjectInput, ruleSet: RuleSet): Course | undefined =>
  paced(investmentAgainst(input, ruleSet), ruleSet)

/** The plan's sum has begun by then; after the plan's end all of it is due. */
const hasBegun = ({ planStart, period }: TargetInput, target: { year: number }): boolean =>
  yearOf(period) >= planStart && target.year >= planStart

/** A limit or a growth rate stands as a level. */
function level({ target, yearValue }: TargetInput, basis: 'standing' | 'growth', sense: Sense): Course | undefined {
  const said = basis === 'standing' && yearValue !== null ? { ...yearValue, high: null, year: 0 } : target
  return said === null ? undefined : { expected: decimal(aimOf(said, sense)), limits: null }
}

function onPath(input: TargetInput, sense: Sense, method: PathMethod, ruleSet: RuleSet): Course | undefined {
  const start = startOf(input)
  const { target } = input
  if (target === null || start === undefined || start.year >= target.year) return undefined
  const end = { value: aimOf(target, sense), year: target.year }
  if (compare(start.value, end.value) === 0) return { expected: decimal(end.value), limits: null }
  const { expected, all, due } = lineOf({ input, start, end }, method)
  const straight = method === 'linear' || method === 'given-path'
  const ramp: Ramp = { from: start.value, all, due, sense: 'up', points: isInPoints(due, ruleSet, false) }
  return { expected: decimal(expected), limits: straight ? limitsOf(ramp, ruleSet) : null }
}

function paced(against: Against | undefined, ruleSet: RuleSet): Course | undefined {
  if (against === undefined || compare(against.whole, ZERO) <= 0) return undefined
  const { whole: all, share: due, sense, method } = against
  const points = isInPoints(due, ruleSet, method === 'pace-points')
  return { expected: decimal(times(all, due)), limits: limitsOf({ from: ZERO, all, due, sense, points }, ruleSet) }
}

const TWO = whole(2)

/** The measures of `bandOf` turned back into values. */
function limitsOf({ from, all, due, sense, points }: Ramp, { rules }: RuleSet): Course['limits'] {
  const { ahead, onTrack, behind } = rules[points ? 'points' : 'ratio']
  const at = (limit: string): string => {
    const said = fraction(limit)
    const step = over(said, HUNDRED)
    const gone = points
      ? sense === 'up'
        ? plus(due, step)
        : minus(due, step)
      : times(due, sense === 'up' ? said : minus(TWO, said))
    return decimal(plus(from, times(all, gone)))
  }
  return { ahead: at(ahead), onTrack: at(onTrack), behind: at(behind) }
}
