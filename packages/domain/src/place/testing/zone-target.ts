import { TargetListed } from '@lianxi/schema/events/facts'

/** The whole zone's: 3,800 亿元 in 2025 from 2,774 in 2020. */
export const zoneTarget = TargetListed.parse({
  ...{ code: 'PX-145-T001', plan: 'PX-145', name: '地区生产总值', domain: '综合经济', region: 'Z-PX', unit: '亿元' },
  ...{ indicator: 'I-GDP', basis: 'flow', comparator: 'gt', value: '3800', valueHigh: null, targetYear: 2025 },
  ...{ baseline: { value: '2774', year: 2020, note: null }, direction: 'up', standing: false, holdSide: null },
  ...{ frequency: 'quarter', priceBasis: 'current', reportable: true, visibility: 'public' },
  source: { plan: 'PX-145', chapter: null, section: null, box: null, line: 63 },
})
