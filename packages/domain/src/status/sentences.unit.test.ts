import { expect, test } from 'vitest'
import { DEFAULT_RULE_SET } from './default-rules'
import { compare, decimal, fixed, fraction, times } from './fraction'
import { resolveProject } from './resolve-project'
import { resolveTarget } from './resolve-target'
import { root } from './root'
import { projectInput, targetInput } from './testing/given'
import type { TargetInput } from './types'

const said = (over: Partial<TargetInput>) => resolveTarget(targetInput(over), DEFAULT_RULE_SET).sentence
const at = (period: string, value: string) => ({ period, figures: [{ period, value }] })

test('sentences say what was expected, what is, the measure and the limit that decides', () => {
  expect(said(at('2023', '155'))).toBe(
    '按路径到2023年应为 160 个（应完成 60.0%），实际 155 个（55.0%），比值 0.92，低于 0.95。',
  )
  expect(said({ ...at('2023Q3', '58.2'), basis: 'flow', yearValue: { value: '100', origin: 'list' } })).toBe(
    '按序时应完成 75.0%，实际 58.2%（58.2 个，全年目标 100 个），比值 0.78，低于 0.95。',
  )
  expect(said({ ...at('2023', '3.5'), basis: 'growth', unit: '%', planStart: 2023 })).toContain('增速 3.50%')
  expect(said(at('2023', '99'))).toBe(
    '按路径到2023年应为 160 个（应完成 60.0%），实际 99 个（-1.0%），比2020年的基期值 100 个 低。',
  )
  const project = resolveProject(projectInput({ investedYearWan: 7000 }), DEFAULT_RULE_SET)
  expect(project.sentence).toBe(
    '按序时应完成 75.0%，实际 70.0%（7,000 万元，年度计划 10,000 万元），差值 -5.0 个百分点，不低于 -5 个百分点。',
  )
})

test('what should stay low says so, with its limits turned', () => {
  const falling = { basis: 'flow', comparator: 'le', direction: 'down' } as const
  const over = { ...falling, ...at('2023Q2', '60'), yearValue: { value: '100', origin: 'list' as const } }
  expect(said(over)).toBe('按序时应不超过 50.0%，实际 60.0%（60 个，全年目标 100 个），比值 1.20，高于 1.05。')
})

test('a figure just below a limit is not shown as the limit', () => {
  expect(said(at('2023', '156.999'))).toContain('比值 0.94998，低于 0.95')
})

test('a target equal to its baseline needs no direction; without one nothing else is judged', () => {
  const held = { comparator: 'eq', direction: null, target: { value: '100', high: null, year: 2025 } } as const
  expect(said({ ...held, ...at('2023', '99') })).toBe(
    '目标与基期值相同，实际 99 个，与目标 100 个 相比在 2% 的容差之内。',
  )
  expect(said({ ...held, ...at('2023', '103') })).toContain('相比超出 2% 的容差')
  const open = '指标没有写明升为好还是降为好，无法判定。'
  expect(said({ ...held, ...at('2023', '99'), baseline: null })).toBe(open)
  expect(said({ ...held, ...at('2023', '99'), target: { value: '100', high: '110', year: 2025 } })).toBe(open)
})

test('a value derived by us says so', () => {
  const derived = resolveTarget(targetInput({ ...at('2023Q2', '70'), basis: 'flow' }), DEFAULT_RULE_SET)
  expect(derived.derived).toBe(true)
  expect(derived.sentence).toContain('推算的全年目标 160 个')
})

test('decimals are written exactly, rounded half away from zero', () => {
  expect(['-0.05', '0.05', '2.5', '-2.5', '0'].map((one) => fixed(fraction(one), 0))).toEqual([
    '0',
    '0',
    '3',
    '-3',
    '0',
  ])
  expect(fixed(fraction('-0.001'), 2)).toBe('0.00')
  expect(decimal(fraction('218.40'))).toBe('218.4')
  expect(decimal(fraction('100'))).toBe('100')
})

test('a root is cut off, never rounded up: its power does not pass what it is the root of', () => {
  for (const degree of [1, 2, 3, 5, 12, 57]) {
    for (const text of ['0', '1', '1.08', '2', '0.3', '1234567.891']) {
      const found = root(fraction(text), degree)
      const power = (base: typeof found) =>
        Array.from({ length: degree }).reduce((all: typeof found) => times(all, base), fraction(1))
      expect(compare(power(found), fraction(text))).toBeLessThanOrEqual(0)
      const next = { n: found.n + 1n, d: found.d }
      expect(compare(power(next), fraction(text))).toBe(1)
    }
  }
})
