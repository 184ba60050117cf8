import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Filed, type ZoneTarget, zoneTogether } from './zone-parts'

const [CITY, PREFECTURE, EAST, WEST] = ['510400', '513400', '510402', '510403']
const parents = new Map<string, string | null>([
  [CITY, '510000'],
  [PREFECTURE, '510000'],
  [EAST, CITY],
  [WEST, CITY],
])
const zone = { responsible: [CITY, PREFECTURE], parents, period: '2025Q3' }
const gdp: ZoneTarget = {
  ...{ subject: 'Z-T1', basis: 'flow', unit: '亿元', indicator: 'I-GDP', aggregate: 'sum', weight: null },
}
const filed = (region: string, value: string | null, more: Partial<Filed> = {}): Filed => ({
  ...{ subject: 'Z-T1', region, period: '2025Q3', state: 'reported', value, last: null },
  ...{ basis: 'flow', unit: '亿元', indicator: 'I-GDP', ...more },
})
const both = [filed(CITY, '1000'), filed(PREFECTURE, '1500.5')]

describe('a zone’s figure from what regions filed', () => {
  test('adds the responsible regions; a district of the same indicator stands beside, with its share', () => {
    const district = filed(WEST, '200', { subject: 'XQ-T1' })
    expect(zoneTogether(gdp, [...both, district], zone)).toMatchObject({
      value: '2500.5',
      parts: [{ region: CITY, value: '1000', lacks: null }, { region: PREFECTURE }],
      inside: [{ region: WEST, within: CITY, subject: 'XQ-T1', value: '200', sharePercent: '20.0' }],
    })
  })

  test('takes a region’s own target of the same indicator where no list asks it for the zone’s', () => {
    const own = filed(PREFECTURE, '1500', { subject: 'LS-T9' })
    expect(zoneTogether(gdp, [filed(CITY, '1000'), own], zone)).toMatchObject({
      value: '2500',
      parts: [{ subject: 'Z-T1' }, { subject: 'LS-T9' }],
    })
  })

  test.each([
    ['not-asked', []],
    ['figure', [filed(PREFECTURE, null, { state: 'overdue' })]],
    ['returned', [filed(PREFECTURE, '1500', { state: 'returned' })]],
    ['not-asked', [filed(PREFECTURE, '1500', { subject: 'LS-T9', unit: '万元' })]],
    ['not-asked', [filed(PREFECTURE, '1500', { subject: 'LS-T9', basis: 'growth' })]],
  ] as const)('says why a region is missing: %s', (lacks, other) => {
    expect(zoneTogether(gdp, [filed(CITY, '1000'), ...other], zone)).toMatchObject({
      ...{ value: null, partial: '1000', parts: [{ lacks: null }, { region: PREFECTURE, lacks }] },
    })
  })

  test('本期无变化 leaves the year’s last figure standing, and of a flow none of the year before', () => {
    const nil = (period: string) => [filed(CITY, '1000'), filed(PREFECTURE, null, { last: { period, value: '900' } })]
    expect(zoneTogether(gdp, nil('2025Q2'), zone).value).toBe('1900')
    expect(zoneTogether(gdp, nil('2024Q4'), zone)).toMatchObject({ value: null, parts: [{}, { lacks: 'figure' }] })
  })

  test('is weighted by what the same regions reported of the weight, which is never invented', () => {
    const share: ZoneTarget = {
      ...{ subject: 'Z-T8', basis: 'ratio', unit: '%', indicator: 'I-RD', aggregate: 'weighted-mean', weight: 'I-GDP' },
    }
    const of = (region: string, value: string) =>
      filed(region, value, { subject: 'Z-T8', basis: 'ratio', unit: '%', indicator: 'I-RD' })
    const shares = [of(CITY, '2'), of(PREFECTURE, '1')]
    expect(zoneTogether(share, [...shares, filed(CITY, '1000'), filed(PREFECTURE, '3000')], zone).value).toBe('1.25')
    expect(zoneTogether(share, [...shares, filed(CITY, '1000')], zone)).toMatchObject({
      ...{
        value: null,
        partial: '2',
        parts: [
          { weight: '1000', lacks: null },
          { weight: null, lacks: 'weight' },
        ],
      },
    })
    expect(zoneTogether({ ...share, weight: null }, [...shares, ...both], zone)).toMatchObject({ partial: null })
  })

  test('is none without an indicator that says how', () => {
    for (const aggregate of [null, 'none'] as const) {
      expect(zoneTogether({ ...gdp, aggregate }, both, zone)).toMatchObject({
        ...{ value: null, partial: null, parts: [{ value: '1000' }, { value: '1500.5' }] },
      })
    }
  })

  test('is the same whatever districts file, whoever is named responsible, in whatever order', () => {
    const value = fc.option(fc.nat(9999).map(String))
    const any = fc.record({ city: value, prefecture: value, east: value, west: value })
    fc.assert(
      fc.property(any, fc.constantFrom('sum', 'max', 'min'), ({ city, prefecture, east, west }, aggregate) => {
        const whole = [filed(CITY, city), filed(PREFECTURE, prefecture)]
        const district = { subject: 'D-T1' }
        const all = [filed(EAST, east, district), ...whole.toReversed(), filed(WEST, west, district)]
        const { value: sum, partial, parts } = zoneTogether({ ...gdp, aggregate }, whole, zone)
        for (const responsible of [zone.responsible, [CITY, PREFECTURE, WEST]]) {
          expect(zoneTogether({ ...gdp, aggregate }, all, { ...zone, responsible })).toMatchObject({
            value: sum,
            partial,
            parts,
          })
        }
        expect(sum === null).toBe(city === null || prefecture === null)
      }),
    )
  })
})
