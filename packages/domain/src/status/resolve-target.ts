import { periodLabel } from '@lianxi/schema/period'
import type { JudgedBasis } from '@lianxi/schema/status-vocabulary'
import { judgeCumulative, judgePerYear } from './cumulative'
import { figureFor, valueFor } from './figures'
import { judgement, undeterminable, type Finding } from './finding'
import { judgeFlag } from './flag'
import { judgeFlow } from './flow'
import type { Fraction } from './fraction'
import { judgeGrowth } from './growth'
import { judgeLimit } from './limit'
import { judgeRelative } from './relative'
import { judgeOnPath } from './stock'
import { judgeShare } from './share'
import type { Judgement, RuleSet, TargetInput } from './types'

/** What is said of a target for a period; a pure function of what is given, so a replay says the same. */
export function resolveTarget(given: TargetInput, ruleSet: RuleSet): Judgement {
  const basis = judgedBasisOf(given)
  return judgement(findingOn(given, basis, ruleSet), basis, { kind: 'target', given }, ruleSet)
}

/** A number of its own goes before a comparison with others, a limit before the indicator's basis. */
export function judgedBasisOf({ basis, comparator, target, yearValue, relative, standing }: TargetInput): JudgedBasis {
  const numeric = target !== null || yearValue !== null
  if (relative !== null && !numeric) return 'relative'
  if (basis === 'flag' || (comparator === 'qualitative' && !numeric)) return 'flag'
  return standing ? 'standing' : basis
}

function findingOn(given: TargetInput, basis: JudgedBasis, ruleSet: RuleSet): Finding {
  if (basis === 'flag') return judgeFlag(given)
  if (given.share !== undefined) {
    return judgeShare(given, given.share, (share) => onBasis(given, share, basis, ruleSet))
  }
  const { period, due, figures } = given
  if (figureFor(figures, period) === undefined) {
    return due
      ? { status: 'not-reported', method: 'none', sentence: `${periodLabel(period)}已到填报截止时间，未报。` }
      : { status: 'not-due', method: 'none', sentence: `${periodLabel(period)}填报尚未到期。` }
  }
  const value = valueFor(given, period)
  if (value === undefined) return undeterminable('past-figures', '所报为“本期无变化”，但此前没有数值，无法判定。')
  return onBasis(given, value, basis, ruleSet)
}

function onBasis(given: TargetInput, value: Fraction, basis: JudgedBasis, ruleSet: RuleSet): Finding {
  const { methods } = ruleSet.rules
  switch (basis) {
    case 'relative':
      return judgeRelative(given, value)
    case 'standing':
      return judgeLimit(given, value, ruleSet)
    case 'stock':
      return judgeOnPath(given, value, methods.stock, ruleSet)
    case 'ratio':
      return judgeOnPath(given, value, methods.ratio, ruleSet)
    case 'flow':
      return judgeFlow(given, value, ruleSet)
    case 'cumulative':
      return judgeCumulative(given, value, ruleSet)
    case 'per-year':
      return judgePerYear(given, value, ruleSet)
    case 'growth':
      return judgeGrowth(given, value, ruleSet)
    case 'flag':
    case 'project':
      return judgeFlag(given)
    default:
      return basis satisfies never
  }
}
