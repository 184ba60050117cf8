import type { Judgement, RuleSet } from './types'

/** Before the rules are here: nothing is due, nothing is missing, nothing is said. */
export function undecided(inputs: Judgement['inputs'], { version }: RuleSet): Judgement {
  return {
    status: 'undeterminable',
    basis: inputs.kind === 'project' ? 'project' : inputs.given.basis,
    method: 'none',
    ruleSet: version,
    ...{ measure: null, expected: null, actual: null, provisional: false, derived: false, missing: null },
    sentence: '尚未判定。',
    inputs,
  }
}
