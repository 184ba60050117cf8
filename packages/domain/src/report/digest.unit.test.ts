import type { PastFigure } from '@lianxi/schema/views/check-context'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf } from './digest'
import { decimalOf, exact } from './exact'

const past = (period: string, change: Partial<PastFigure>): PastFigure => ({
  ...{ period, value: null, stage: null, investedYearWan: null, investedTotalWan: null, progressPercent: null },
  ...change,
})
const value = (period: string, text: string | null) => past(period, { value: text })

describe('a digest', () => {
  it('of nothing says nothing', () => {
    expect(digestOf([], '2025Q3')).toEqual({})
    expect(digestOf([value('2025Q2', null), value('2025Q4', '3')], '2025Q3')).toEqual({})
  })

  it('has the last value, the same period a year before, and nothing of the period itself or later', () => {
    const history = [value('2025Q2', '201.60'), value('2024Q3', '190'), value('2025Q3', '1'), value('2025Q4', '2')]
    expect(digestOf(history, '2025Q3')).toEqual({ value: ['2025Q2', '201.6'], lastYear: '190' })
  })

  it('passes over what was reported as unchanged, and forgets after five years', () => {
    expect(digestOf([value('2025Q1', '7'), value('2025Q2', null)], '2025Q3')).toEqual({ value: ['2025Q1', '7'] })
    expect(digestOf([value('2020', '7')], '2025')).toEqual({ value: ['2020', '7'] })
    expect(digestOf([value('2019', '7')], '2025')).toEqual({})
  })

  it('knows the usual step from five values on, exactly', () => {
    const steady = ['0.1', '0.2', '0.4', '0.5', '0.7'].map((text, index) => value(`2024-0${index + 1}`, text))
    expect(digestOf(steady.slice(1), '2025-01').usual).toBeUndefined()
    expect(digestOf(steady, '2025-01').usual).toEqual(['0.15', '0.05'])
  })

  it('has the year’s own sum, the sum since the start, the progress, and the last stage that is a step', () => {
    const history = [
      past('2024Q4', {
        stage: 'under-construction',
        investedYearWan: 900,
        investedTotalWan: 900,
        progressPercent: '40.00',
      }),
      past('2025Q1', { stage: 'suspended', investedTotalWan: 950 }),
    ]
    expect(digestOf(history, '2025Q2')).toEqual({
      ...{ stage: 'under-construction', investedTotal: ['2025Q1', 950], progress: ['2024Q4', '40'] },
    })
    expect(digestOf(history.slice(1), '2025Q2').stage).toBe('suspended')
  })

  it('does not depend on the order in which figures are given', () => {
    const figures = fc.uniqueArray(fc.record({ year: fc.integer({ min: 2018, max: 2026 }), value: fc.nat(999) }), {
      selector: ({ year }) => year,
    })
    fc.assert(
      fc.property(figures, (given) => {
        const history = given.map(({ year, value: of }) => value(`${year}`, `${of}`))
        expect(digestOf([...history].reverse(), '2025')).toEqual(digestOf(history, '2025'))
      }),
    )
  })
})

it('reads every decimal of the contract and writes it back', () => {
  for (const text of ['0', '-0.3', '218.4', '-999999999999999.999999', '999999999999999.000001'])
    expect(decimalOf(exact(text))).toBe(text)
  const decimal = fc
    .tuple(fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n), fc.nat(15), fc.nat(999_999))
    .map(([whole, digits, places]) => `${whole / 10n ** BigInt(digits)}.${String(places).padStart(6, '0')}`)
  const byDigits = (text: string) => BigInt(text.replace('.', '')) * 100n
  fc.assert(
    fc.property(decimal, (text) => {
      const negative = text.startsWith('-')
      expect(exact(text)).toBe(byDigits(text))
      expect(exact(negative ? text.slice(1) : `-${text}`)).toBe(-byDigits(text))
    }),
  )
  expect([exact('-0'), exact('1.50'), exact(7)].map(decimalOf)).toEqual(['0', '1.5', '7'])
})
