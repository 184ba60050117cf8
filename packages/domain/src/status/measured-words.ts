import { grouped, withUnit } from '@lianxi/schema/figure-words'
import type { StatusMethod } from '@lianxi/schema/status-vocabulary'
import { AGAINST, type Measure, mirrored } from './bands'
import { compare, decimal, fraction, type Fraction } from './fraction'
import { senseOf } from './sense'
import { amount, shown } from './sentence'
import type { Judgement, RuleSet } from './types'

type Judged = Pick<Judgement, 'measure' | 'expected' | 'actual'> & {
  method: StatusMethod
  /** Null: an older build's, in another form. */
  inputs: Judgement['inputs'] | null
}

/**
 * What a status was measured by, as its sentence says it: with units, rounded so that nothing changes the side of a limit
 * or of the value it is compared with.
 */
export function measuredWords({ measure, expected, actual, method, inputs }: Judged, rules: RuleSet['rules']) {
  const unit = inputs === null ? null : inputs.kind === 'project' ? '万元' : inputs.given.unit
  const beside = (value: string | null, other: string | null) =>
    value === null ? null : amountBeside(fraction(value), other === null ? null : fraction(other), unit)
  return {
    measure: measure === null ? null : measureWords(measure, method, inputs, rules),
    ...{ expected: beside(expected, actual), actual: beside(actual, expected) },
  }
}

/** With four places like every amount; with all where two that differ would look alike. */
function amountBeside(value: Fraction, other: Fraction | null, unit: string | null): string {
  const alike = other !== null && compare(value, other) !== 0 && decimal(value, 4) === decimal(other, 4)
  return alike ? withUnit(grouped(decimal(value)), unit) : amount(value, unit)
}

function measureWords(
  { kind, value }: NonNullable<Judgement['measure']>,
  method: StatusMethod,
  inputs: Judgement['inputs'] | null,
  rules: RuleSet['rules'],
): string {
  const paced = method === 'pace-ratio' || method === 'pace-points'
  const falls = paced && inputs?.kind === 'target' && senseOf(inputs.given) === 'down'
  const seen = (one: Measure): Fraction => (falls ? mirrored(one) : one).value
  const limits = limitsOf(kind, method, rules).map((limit) => seen({ kind, value: fraction(limit) }))
  const { places, unit } = AGAINST[kind]
  return `${grouped(shown(seen({ kind, value: fraction(value) }), places, limits))}${unit}`
}

function limitsOf(kind: Measure['kind'], method: StatusMethod, rules: RuleSet['rules']): string[] {
  if (method === 'compound-un') return Object.values(rules.compoundUn)
  if (method === 'compound-open-sdg') return Object.values(rules.compoundOpenSdg)
  const { ahead, onTrack, behind } = rules[kind]
  return [ahead, onTrack, behind]
}
