import fc from 'fast-check'
import { paceMethod, pathMethod } from '@lianxi/schema/status-vocabulary'
import { basis, comparator } from '@lianxi/schema/vocabulary'
import { DEFAULT_RULE_SET } from '../default-rules'
import type { RuleSet, TargetInput } from '../types'

/** Small round figures meet limits, zero and each other often; two places leave room for another unit. */
export const value = fc.oneof(
  fc.integer({ min: -3, max: 12 }).map((n) => `${n * 10}`),
  fc.integer({ min: -30_000, max: 30_000 }).map((n) => decimalOf(n)),
)
export const positive = fc.integer({ min: 1, max: 40_000 }).map((n) => decimalOf(n))

/** Hundredths as a contract's decimal. */
function decimalOf(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0')
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`
  return hundredths < 0 ? `-${text}` : text
}

const period = fc.constantFrom(
  '2019',
  '2021Q1',
  '2022',
  '2023H1',
  '2023-05',
  '2023Q3',
  '2024',
  '2025Q2',
  '2025',
  '2026Q1',
)
const figures = fc.uniqueArray(fc.record({ period, value: fc.option(value) }), { selector: (one) => one.period })
const origin = fc.constantFrom('plan' as const, 'list' as const, 'derived' as const)
const years = fc.integer({ min: 2018, max: 2028 })
const path = fc.uniqueArray(fc.record({ year: years, value, origin }), { selector: (one) => one.year, maxLength: 4 })

export const ruleSet: fc.Arbitrary<RuleSet> = fc
  .record({
    stock: fc.constantFrom(...pathMethod.words),
    ratio: fc.constantFrom(...pathMethod.words),
    flowYearEnd: fc.constantFrom(...pathMethod.words),
    flowWithinYear: fc.constantFrom(...paceMethod.words),
    cumulative: fc.constantFrom(...paceMethod.words),
    perYear: fc.constantFrom(...paceMethod.words),
    project: fc.constantFrom(...paceMethod.words),
  })
  .map((methods) => ({ version: 7, rules: { ...DEFAULT_RULE_SET.rules, methods } }))

/** A range has its lower end first. */
const aim = fc
  .record({ value, high: fc.option(value, { freq: 3 }), year: years })
  .map(({ value: low, high, year }) =>
    high === null || Number(low) <= Number(high) ? { value: low, high, year } : { value: high, high: low, year },
  )

/** Anything the contracts allow, sense or not: reversed years, targets at the baseline, nothing known at all. */
export const input: fc.Arbitrary<TargetInput> = fc.record({
  unit: fc.constantFrom('个', '%', null),
  basis: fc.constantFrom(...basis.words),
  comparator: fc.constantFrom(...comparator.words),
  direction: fc.constantFrom('up' as const, 'down' as const, null),
  standing: fc.boolean(),
  holdSide: fc.constantFrom('below' as const, 'above' as const, 'both' as const, null),
  relative: fc.option(
    fc.record({ name: fc.constant('全省平均'), operator: fc.constantFrom('gt', 'ge', 'lt', 'le'), figures }),
  ),
  flag: fc.option(
    fc.record({
      dueOn: fc.constantFrom('2023-06-30', '2025-12-31'),
      doneOn: fc.constantFrom('2023-05-01', '2025-01-01', null),
      evidence: fc.boolean(),
    }),
  ),
  planStart: fc.integer({ min: 2020, max: 2023 }),
  baseline: fc.option(fc.record({ value, year: years })),
  startsFromNothing: fc.boolean(),
  target: fc.option(aim, { freq: 8 }),
  path,
  yearValue: fc.option(fc.record({ value, origin })),
  period,
  due: fc.boolean(),
  figures,
})

/** The same with a value reported for the period asked. */
export const reported = fc.tuple(input, value).map(([given, said]) => withValue(given, said))

export function withValue(given: TargetInput, said: string): TargetInput {
  const others = given.figures.filter((one) => one.period !== given.period)
  return { ...given, figures: [...others, { period: given.period, value: said }] }
}
