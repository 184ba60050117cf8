import { ItemListed } from '@lianxi/schema/events/commitments'
import { expect, it } from 'vitest'
import { zoneTarget } from '../place/testing/zone-target'
import { checkEntry } from './check'
import { promisedOf } from './promised'
import { check, entry, past } from './testing/given'

it('compares a region’s figure with the region’s own values: those of the whole zone say nothing of its part', () => {
  const listed = { kind: 'target' as const, doc: zoneTarget }
  expect(promisedOf(listed, '510402', null)).toMatchObject({ targetValue: null, yearValue: null, baseline: null })
  expect(promisedOf(listed, 'Z-PX', null)).toMatchObject({ targetValue: '3800', baseline: '2774' })
  const yearValue = { year: 2025, value: '88', origin: 'list' as const }
  const target = { baseline: { year: 2020, value: '60', origin: 'list' as const }, yearValue, path: [] }
  const item = ItemListed.parse({
    ...{
      code: 'L-510402-2025-1',
      list: 'L-510402-2025',
      subject: zoneTarget.code,
      kind: 'target',
      year: 2025,
      order: 1,
    },
    ...{
      region: '510402',
      attribute: 'key',
      visibility: 'public',
      leadBody: '510402-FGJ',
      coBodies: [],
      measures: null,
    },
    ...{ deadline: '2025-12-31', target, project: null },
  })
  expect(promisedOf(listed, '510402', item)).toMatchObject({ targetValue: '88', yearValue: '88', baseline: '60' })
})

it('takes no part for a mistake of units because the whole is ten thousand times as much', () => {
  const doc = { ...zoneTarget, basis: 'stock' as const, unit: '亩', value: '3800000' }
  const { kind: _kind, ...promised } = promisedOf({ kind: 'target', doc }, '510402', null)
  const said = checkEntry(entry({ value: '380' }), check({ ...promised, history: [past('2025Q1', null)] }), null)
  expect(said.map(({ code }) => code)).not.toContain('unit-jump')
})
