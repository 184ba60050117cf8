import { IndicatorListed, RegionListed } from '@lianxi/schema/events/facts'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { expect, it } from 'vitest'
import type { Reference } from '../base/reference'
import { suggestItem } from './suggestion'

const gdp = IndicatorListed.parse({
  ...{ code: 'I-GDP', name: '地区生产总值', unit: '亿元', basis: 'flow', aggregate: 'sum', domain: '综合经济' },
})
const region = RegionListed.parse({
  ...{ code: '510400', name: '攀枝花市', shortName: '攀枝花', level: 'prefecture', parent: null, reporting: true },
})
const office = { code: '510400-FGW', name: '攀枝花市发展和改革委员会', kind: 'coordinating-office' as const }
const reference: Reference = {
  zone: { code: 'Z-PX', name: '攀西经济区', reviewBody: '', responsibleRegions: ['510400'], confirmations: [] },
  regions: new Map([['510400', region]]),
  bodies: new Map([[office.code, { ...office, region: '510400', parent: null }]]),
  plans: new Map(),
  lists: new Map(),
  indicators: new Map([['I-GDP', gdp]]),
  mergedIndicators: new Map(),
}
const baseline = { value: '2774', year: 2020, note: null }
const yearly = [{ year: 2024, value: '3550' }]
const { data: doc } = buildTargetListed({ region: 'Z-PX', value: '3800', baseline, yearly })
const valuesOf = (target: typeof doc, stated: Parameters<typeof suggestItem>[3] = new Map()) =>
  suggestItem(reference, { kind: 'target', code: target.code, doc: target }, { region: '510400', year: 2025 }, stated)
    .suggestion?.target

it('suggests a region nothing of a zone’s sum: adopted, the whole’s baseline and values would judge its part', () => {
  expect(valuesOf(doc)).toEqual({ baseline: null, yearValue: null, path: [] })
  const stated = new Map([[`${doc.code}:510400`, { value: '1040.8', year: 2020, source: '', statedBy: '', body: '' }]])
  expect(valuesOf(doc, stated)?.baseline).toEqual({ value: '1040.8', year: 2020, origin: 'stated' })
})

it('suggests a region all of its own plan’s values', () => {
  expect(valuesOf({ ...doc, region: '510400' })).toMatchObject({
    baseline: { value: '2774', origin: 'plan' },
    yearValue: { value: '3800', origin: 'plan' },
    path: [{ year: 2024 }, { year: 2025 }],
  })
})
