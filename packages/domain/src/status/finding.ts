import type { JudgedBasis, MissingInput, Status, StatusMethod } from '@lianxi/schema/status-vocabulary'
import type { Measure } from './bands'
import { decimal, type Fraction } from './fraction'
import type { Judgement, RuleSet } from './types'

/** What a rule finds; what it leaves out is not said. */
export type Finding = {
  status: Status
  method: StatusMethod
  sentence: string
  measure?: Measure
  expected?: Fraction
  actual?: Fraction
  provisional?: boolean
  derived?: boolean
  missing?: MissingInput
}

export const undeterminable = (missing: MissingInput | undefined, sentence: string): Finding => ({
  status: 'undeterminable',
  method: 'none',
  sentence,
  ...(missing === undefined ? {} : { missing }),
})

export function judgement(
  finding: Finding,
  basis: JudgedBasis,
  inputs: Judgement['inputs'],
  { version }: RuleSet,
): Judgement {
  const { status, method, sentence, measure, expected, actual, provisional, derived, missing } = finding
  return {
    ...{ status, basis, method, ruleSet: version },
    measure: measure === undefined ? null : { kind: measure.kind, value: decimal(measure.value) },
    expected: expected === undefined ? null : decimal(expected),
    actual: actual === undefined ? null : decimal(actual),
    provisional: provisional ?? false,
    derived: derived ?? false,
    missing: missing ?? null,
    ...{ sentence, inputs },
  }
}
