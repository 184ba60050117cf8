import { TargetListed } from '@lianxi/schema/events/facts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_RULE_SET } from './default-rules'
import { periodsBehind, type ZoneJudged, zoneStatus } from './zone-status'

/** 攀西's own: 2,774 亿元 in 2020, over 3,800 in 2025; on a straight line 3,594.8 in 2024. */
const gdp = TargetListed.parse({
  ...{ code: 'PX-145-T001', plan: 'PX-145', name: '地区生产总值', domain: '综合经济', region: 'Z-PX', unit: '亿元' },
  ...{ indicator: 'I-GDP', basis: 'flow', comparator: 'gt', value: '3800', valueHigh: null, targetYear: 2025 },
  ...{ baseline: { value: '2774', year: 2020, note: null }, direction: 'up', standing: false, holdSide: null },
  ...{ frequency: 'quarter', priceBasis: 'current', reportable: true, visibility: 'public' },
  source: { plan: 'PX-145', chapter: null, section: null, box: null, line: 63 },
})
const whole = (value: string): ZoneJudged['figure'] => ({ value, partial: value })
const judged = (changed: Partial<ZoneJudged> = {}): ZoneJudged => ({
  ...{ doc: gdp, planStart: 2021, period: '2025Q3', due: true, figure: whole('2800'), before: [], lacking: [] },
  ...changed,
})
const said = (changed: Partial<ZoneJudged>) => zoneStatus(judged(changed), DEFAULT_RULE_SET)

describe('the status of a zone’s own target', () => {
  test('is what the resolver says of the whole figure: within the year against the year’s own value', () => {
    expect([said({})?.status, said({})?.sentence]).toEqual(['on-track', expect.stringContaining('75.0%')])
    expect(said({ figure: whole('2000') })?.status).toBe('behind')
    expect(said({ period: '2024Q3', figure: whole('2800') })?.sentence).toContain('推算')
    expect(said({ period: '2025', figure: whole('3801') })?.status).toBe('achieved')
  })

  test('takes last year’s share where both figures of it were whole', () => {
    const before = [
      { period: '2024Q3', value: '2000' },
      { period: '2024', value: '3500' },
    ]
    const one = said({ figure: whole('2000'), before })
    expect([one?.status, one?.sentence]).toEqual(['behind', expect.stringContaining('上年同期')])
  })

  test('of a sum over the plan’s years needs every year', () => {
    const doc = { ...gdp, basis: 'cumulative' as const, value: '500' }
    const before = [2021, 2022, 2023].map((year) => ({ period: `${year}`, value: '90' }))
    expect(said({ doc, before, figure: whole('90') })?.sentence).toContain('缺少2024年')
    const all = [...before, { period: '2024', value: '90' }]
    expect(said({ doc, before: all, figure: whole('115') })?.status).toBe('on-track')
  })

  test('is never a lamp while somebody is missing, however good or bad the part is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000 }), fc.boolean(), (part, due) => {
        const one = said({ figure: { value: null, partial: `${part}` }, lacking: ['凉山州未报'], due })
        expect(one?.status).toBe(due ? 'undeterminable' : 'not-due')
        expect(one?.sentence).toContain('凉山州未报')
      }),
    )
    expect(said({ figure: { value: null, partial: null }, lacking: ['攀枝花未报', '凉山州未报'] })?.status).toBe(
      'not-reported',
    )
  })

  test('there is none of what is judged by a date', () => {
    expect(said({ doc: { ...gdp, basis: 'flag' } })).toBeNull()
  })
})

test('what a status rests on besides its period', () => {
  const of = (basis: TargetListed['basis'], period: string) =>
    periodsBehind({ doc: { ...gdp, basis }, planStart: 2021, period })
  expect(of('flow', '2025Q3')).toEqual(['2024Q3', '2024'])
  expect(of('flow', '2025Q4')).toEqual([])
  expect(of('stock', '2025Q3')).toEqual([])
  expect(of('cumulative', '2023Q1')).toEqual(['2021', '2022'])
  expect(of('growth', '2021')).toEqual([])
})
