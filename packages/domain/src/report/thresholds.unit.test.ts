import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CheckThresholds } from '@lianxi/schema/check-thresholds'
import { checkEntry } from './check'
import { check, entry, past } from './testing/given'
import { DEFAULT_THRESHOLDS, thresholdsFor } from './thresholds'

const wider = { ...DEFAULT_THRESHOLDS, path: { ...DEFAULT_THRESHOLDS.path, points: 90 } }
const adopted = [
  { version: 1, effectiveFrom: '2024-01-01', checks: wider },
  { version: 2, effectiveFrom: '2025-07-01', checks: DEFAULT_THRESHOLDS },
  { version: 3, effectiveFrom: '2026-01-01' },
]

test('a period is checked by the highest version in force on its last day; without lines of its own by the defaults', () => {
  expect(thresholdsFor('2023Q4', adopted)).toBe(DEFAULT_THRESHOLDS)
  expect(thresholdsFor('2025Q2', adopted)).toBe(wider)
  expect(thresholdsFor('2025Q3', adopted)).toBe(DEFAULT_THRESHOLDS)
  expect(thresholdsFor('2026Q1', adopted)).toBe(DEFAULT_THRESHOLDS)
})

test('the defaults are lines the contract allows; low and high the wrong way round are not', () => {
  expect(CheckThresholds.parse(DEFAULT_THRESHOLDS)).toEqual(DEFAULT_THRESHOLDS)
  const turned = { ...DEFAULT_THRESHOLDS, path: { ...DEFAULT_THRESHOLDS.path, lowPercent: 160, highPercent: 50 } }
  expect(CheckThresholds.safeParse(turned).error?.issues[0]?.message).toContain('一低一高')
})

test('lines further out never ask for more', () => {
  const far = { ...DEFAULT_THRESHOLDS, unit: { ...DEFAULT_THRESHOLDS.unit, overBefore: 100_000, overPlan: 100_000 } }
  const history = [past('2025Q1', '71.2'), past('2025Q2', '140')]
  const asks = (value: string, thresholds: CheckThresholds) =>
    checkEntry(entry({ value }), check({ period: '2025Q3', history, thresholds }), null).map(({ code }) => code)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (value) => {
      const near = new Set(asks(`${value}`, DEFAULT_THRESHOLDS))
      expect(asks(`${value}`, far).filter((code) => !near.has(code))).toEqual([])
    }),
    { examples: [[2_184_000]] },
  )
  expect(asks('1000000', DEFAULT_THRESHOLDS)).toContain('unit-jump')
  expect(asks('1000000', far)).not.toContain('unit-jump')
})
