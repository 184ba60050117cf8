import { lastDayOf } from '@lianxi/schema/period'
import { expect, test } from 'vitest'
import { JudgingRules } from '@lianxi/schema/events/rule-set'
import { status, STATUS_SHAPES } from '@lianxi/schema/status-vocabulary'
import { DEFAULT_RULE_SET } from './default-rules'
import { resolveProject } from './resolve-project'
import { resolveTarget } from './resolve-target'
import { ruleSetFor } from './rule-set-for'
import { projectInput, targetInput } from './testing/given'
import { Judgement, ProjectInput, RuleSet, TargetInput } from './types'

test('the default rules are rules one may adopt', () => {
  expect(JudgingRules.parse(DEFAULT_RULE_SET.rules)).toEqual(DEFAULT_RULE_SET.rules)
  expect(RuleSet.parse(DEFAULT_RULE_SET)).toEqual(DEFAULT_RULE_SET)
})

test('a judgement and what it rests on come back from JSON as they were', () => {
  const target = resolveTarget(TargetInput.parse(targetInput()), DEFAULT_RULE_SET)
  const project = resolveProject(ProjectInput.parse(projectInput()), DEFAULT_RULE_SET)
  for (const said of [target, project]) expect(Judgement.parse(JSON.parse(JSON.stringify(said)))).toEqual(said)
})

test('every status has a word and a shape of its own', () => {
  expect(new Set(Object.values(STATUS_SHAPES)).size).toBe(status.words.length)
  expect(new Set(Object.values(status.labels)).size).toBe(status.words.length)
})

test.each([
  ['2025Q3', '2025-09-30'],
  ['2024-02', '2024-02-29'],
  ['2025H1', '2025-06-30'],
  ['2025', '2025-12-31'],
])('the last day of %s is %s', (period, day) => expect(lastDayOf(period)).toBe(day))

test('a period is judged by the highest version in force on its last day, and by the default before any', () => {
  const { rules } = DEFAULT_RULE_SET
  const adopted = [
    { version: 2, effectiveFrom: '2025-07-01', rules },
    { version: 3, effectiveFrom: '2025-10-01', rules },
    { version: 1, effectiveFrom: '2025-01-01', rules },
  ]
  expect(['2024', '2025Q1', '2025Q3', '2025'].map((period) => ruleSetFor(period, adopted).version)).toEqual([
    0, 1, 2, 3,
  ])
})
