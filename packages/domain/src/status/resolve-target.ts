import type { Judgement, RuleSet, TargetInput } from './types'
import { undecided } from './undecided'

/** What is said of a target for a period. */
export function resolveTarget(given: TargetInput, ruleSet: RuleSet): Judgement {
  return undecided({ kind: 'target', given }, ruleSet)
}
