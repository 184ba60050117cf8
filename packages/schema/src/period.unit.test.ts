import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  comparePeriods,
  FREQUENCIES,
  frequencyOf,
  monthsElapsed,
  ordinalOf,
  Period,
  periodLabel,
  periodsOf,
  previousPeriod,
  yearOf,
} from './period'

const anyPeriod = fc
  .record({ year: fc.integer({ min: 2001, max: 2049 }), frequency: fc.constantFrom(...FREQUENCIES) })
  .chain(({ year, frequency }) => fc.constantFrom(...periodsOf(year, frequency)))

describe('a period', () => {
  test.each(['2025', '2025H1', '2025H2', '2025Q4', '2025-01', '2025-12'])('%s is one', (text) => {
    expect(Period.safeParse(text).success).toBe(true)
  })

  test.each(['2025Q5', '2025Q0', '2025H3', '2025-13', '2025-00', '2025-1', '1999', '2050', '2025q1', ' 2025', ''])(
    '%j is none',
    (text) => {
      expect(Period.safeParse(text).success).toBe(false)
    },
  )

  test('is read back as it was made', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(Period.parse(period)).toBe(period)
        expect(periodsOf(yearOf(period), frequencyOf(period))[ordinalOf(period) - 1]).toBe(period)
      }),
    )
  })

  test('2025Q3 ends after nine months, 2025H1 after six, 2025-02 after two, 2025 after twelve', () => {
    expect(['2025Q3', '2025H1', '2025-02', '2025'].map(monthsElapsed)).toEqual([9, 6, 2, 12])
  })

  test('is named as an official would', () => {
    expect(['2025Q3', '2025-09', '2025H1', '2025H2', '2025'].map(periodLabel)).toEqual([
      '2025年三季度',
      '2025年9月',
      '2025年上半年',
      '2025年下半年',
      '2025年',
    ])
  })
})

describe('the period before', () => {
  test.each([
    ['2025Q1', '2024Q4'],
    ['2025Q3', '2025Q2'],
    ['2025-01', '2024-12'],
    ['2025H1', '2024H2'],
    ['2025', '2024'],
  ])('%s comes after %s', (period, before) => {
    expect(previousPeriod(period)).toBe(before)
  })

  test('has the same frequency, comes earlier, and nothing lies between', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const before = previousPeriod(period)
        expect(frequencyOf(before)).toBe(frequencyOf(period))
        expect(comparePeriods(before, period)).toBeLessThan(0)
        const months = (one: Period) => yearOf(one) * 12 + monthsElapsed(one)
        expect(months(period) - months(before)).toBe(12 / periodsOf(yearOf(period), frequencyOf(period)).length)
      }),
    )
  })
})

describe('the order of periods', () => {
  test('goes by the month they end in, the finer first', () => {
    const mixed = ['2025', '2025Q4', '2025-12', '2025H2', '2025Q3', '2024']
    expect(mixed.sort(comparePeriods)).toEqual(['2024', '2025Q3', '2025-12', '2025Q4', '2025H2', '2025'])
  })

  test('is a total order: antisymmetric, transitive, zero only for the same period', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0)
        expect(comparePeriods(a, b) === 0).toBe(a === b)
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0) expect(comparePeriods(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
