import { TargetListed } from '@lianxi/schema/events/facts'
import { describe, expect, it } from 'vitest'
import { planValueOf, suggestYear } from './suggest-year'

const target = (change: Partial<TargetListed>): TargetListed =>
  TargetListed.parse({
    ...{ code: 'XQ-145-T001', plan: 'XQ-145', name: '地区生产总值', domain: '综合经济', region: '510403' },
    ...{ indicator: 'I-GDP', unit: '亿元', basis: 'flow', comparator: 'ge', value: '218.4', valueHigh: null },
    ...{ targetYear: 2025, baseline: null, direction: 'up', standing: false, holdSide: null, frequency: 'quarter' },
    ...{ priceBasis: 'current', reportable: true, visibility: 'public' },
    source: { plan: 'XQ-145', chapter: null, section: null, box: null, line: 63 },
    ...change,
  })
const stock = target({
  basis: 'stock',
  value: '66',
  targetYear: 2030,
  baseline: { value: '60', year: 2025, note: null },
})
const from = { year: 2025, value: '60' }

describe('a target’s value for a year', () => {
  it('is what the plan gives for that year, before anything derived', () => {
    const given = { ...stock, yearly: [{ year: 2026, value: '61.5' }] }
    expect(suggestYear(given, from, 2026)).toEqual({ year: 2026, value: '61.5', origin: 'plan', arithmetic: null })
  })

  it('lies on the straight line else, says so and shows the arithmetic', () => {
    expect(suggestYear(stock, from, 2026)).toEqual({
      ...{ year: 2026, value: '61', origin: 'derived' },
      arithmetic: '60（2025年）+ (66 − 60) × 1/5 ≈ 61，在2025年与2030年之间按直线推算',
    })
    expect(suggestYear({ ...stock, value: '66.0' }, from, 2026)).toMatchObject({ value: '61.2' })
    expect(suggestYear({ ...stock, value: '66.0' }, from, 2026)?.arithmetic).toContain('= 61.2')
  })

  it('goes down as exactly as up, and rounds half away from nothing', () => {
    const falling = target({ basis: 'ratio', value: '4.0', targetYear: 2029, baseline: null })
    expect(suggestYear(falling, { year: 2025, value: '4.5' }, 2026)).toMatchObject({
      ...{ value: '4.4', origin: 'derived' },
      arithmetic: '4.5（2025年）− (4.5 − 4.0) × 1/4 ≈ 4.4，在2025年与2029年之间按直线推算',
    })
    expect(
      suggestYear(target({ basis: 'stock', value: '-2', targetYear: 2027 }), { year: 2025, value: '-1' }, 2026),
    ).toMatchObject({ value: '-2' })
  })

  it('is drawn between the nearest years that are known', () => {
    const given = { ...stock, yearly: [{ year: 2027, value: '64' }] }
    expect(suggestYear(given, from, 2026)).toMatchObject({ value: '62', origin: 'derived' })
    expect(suggestYear(given, from, 2029)).toMatchObject({ value: '65' })
  })

  it('is never the sum over the whole plan, not even in its last year', () => {
    const sum = target({ basis: 'cumulative', value: '30', targetYear: 2025 })
    expect([suggestYear(sum, null, 2025), planValueOf(sum, 2025)]).toEqual([null, undefined])
    expect(planValueOf({ ...sum, yearly: [{ year: 2025, value: '6' }] }, 2025)).toBe('6')
    expect(planValueOf(target({ basis: 'stock', value: '30', targetYear: 2025 }), 2025)).toBe('30')
    // Derived is not said by the plan.
    expect(planValueOf({ ...stock, yearly: [{ year: 2027, value: '64' }] }, 2028)).toBeUndefined()
  })

  it('is nothing where nothing says it: no baseline, no value, a rate, a sum over the plan', () => {
    expect(suggestYear(stock, null, 2026)).toBeNull()
    expect(suggestYear({ ...stock, value: null }, from, 2026)).toBeNull()
    expect(suggestYear({ ...stock, basis: 'growth' }, from, 2026)).toBeNull()
    expect(suggestYear({ ...stock, basis: 'cumulative' }, from, 2026)).toBeNull()
    expect(suggestYear(stock, from, 2031)).toBeNull()
  })

  it('is the plan’s own value each year of what is promised each year', () => {
    expect(suggestYear({ ...stock, basis: 'per-year' }, null, 2026)).toMatchObject({ value: '66', origin: 'plan' })
    expect(suggestYear({ ...stock, standing: true }, null, 2026)).toMatchObject({ value: '66', origin: 'plan' })
  })
})
