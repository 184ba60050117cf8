import { paceMethod } from '@lianxi/schema/status-vocabulary'
import { stage } from '@lianxi/schema/vocabulary'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_RULE_SET } from './default-rules'
import { resolveProject } from './resolve-project'
import { Judgement, type ProjectInput, type RuleSet } from './types'

const day = fc.constantFrom('2024-12-31', '2025-03-31', '2025-06-30', '2025-09-30', '2025-10-01', '2026-06-30')
const wan = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12_000 }))
const curve = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 12 })
  .map((all) => all.sort((a, b) => a - b))
const project: fc.Arbitrary<ProjectInput> = fc.record({
  period: fc.constantFrom('2025Q1', '2025Q3', '2025-10', '2025H2', '2025'),
  due: fc.boolean(),
  reported: fc.boolean(),
  planWan: fc.option(wan),
  monthlyPercent: fc.option(curve),
  investedYearWan: fc.option(wan),
  milestones: fc.array(fc.record({ name: fc.constant('竣工'), dueOn: day, reachedOn: fc.option(day) }), {
    maxLength: 3,
  }),
  outcome: fc.option(fc.record({ stage: fc.constantFrom(...stage.words), by: day })),
  stage: fc.option(fc.constantFrom(...stage.words)),
  progressPercent: fc.constant(null),
})
const ruleSet = fc.constantFrom(...paceMethod.words).map((method): RuleSet => {
  const { version, rules } = DEFAULT_RULE_SET
  return { version, rules: { ...rules, methods: { ...rules.methods, project: method } } }
})

test('of whatever is given of a project something is said, in finite decimals and whole words', () => {
  fc.assert(
    fc.property(project, ruleSet, (given, rules) => {
      const said = resolveProject(given, rules)
      expect(Judgement.parse(said)).toEqual(said)
      expect(said.sentence).not.toMatch(/NaN|Infinity|undefined|null/)
    }),
    { numRuns: 400 },
  )
})

test('a project nobody reported is neither red nor good', () => {
  fc.assert(
    fc.property(project, ruleSet, (given, rules) => {
      const { status } = resolveProject({ ...given, reported: false }, rules)
      expect(status).toBe(given.due ? 'not-reported' : 'not-due')
    }),
  )
})

const LADDER = ['seriously-behind', 'behind', 'on-track', 'ahead', 'achieved']

test('more investment never makes it worse, and the same in another unit says the same', () => {
  let compared = 0
  fc.assert(
    fc.property(project, wan, wan, ruleSet, (given, one, other, rules) => {
      const at = (times: number, invested: number) =>
        resolveProject(
          {
            ...{ ...given, reported: true, investedYearWan: invested * times },
            planWan: given.planWan === null ? null : given.planWan * times,
          },
          rules,
        ).status
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      expect(at(100, low)).toBe(at(1, low))
      const [worse, better] = [low, high].map((invested) => LADDER.indexOf(at(1, invested)))
      if (worse === undefined || better === undefined || worse < 0 || better < 0) return
      compared += 1
      expect(better).toBeGreaterThanOrEqual(worse)
    }),
    { numRuns: 600 },
  )
  expect(compared).toBeGreaterThan(100)
})
