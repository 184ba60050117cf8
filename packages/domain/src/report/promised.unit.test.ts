import { buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { expect, it } from 'vitest'
import { checkEntry } from './check'
import { promisedOf } from './promised'
import { check, entry, past } from './testing/given'

const baseline = { value: '2774', year: 2020, note: null }
const { data: zoneTarget } = buildTargetListed({ region: 'Z-PX', basis: 'stock', value: '3800', baseline })

it('compares a region’s figure with the region’s own values: those of the whole zone say nothing of its part', () => {
  const listed = { kind: 'target' as const, doc: zoneTarget }
  expect(promisedOf(listed, '510402', null)).toMatchObject({ targetValue: null, yearValue: null, baseline: null })
  expect(promisedOf(listed, 'Z-PX', null)).toMatchObject({ targetValue: '3800', baseline: '2774' })
  const yearValue = { year: 2025, value: '88', origin: 'list' as const }
  const target = { baseline: { year: 2020, value: '60', origin: 'list' as const }, yearValue, path: [] }
  const { data: item } = buildItemListed({ subject: zoneTarget.code, region: '510402', target })
  expect(promisedOf(listed, '510402', item)).toMatchObject({ targetValue: '88', yearValue: '88', baseline: '60' })
})

it('takes no part for a mistake of units because the whole is ten thousand times as much', () => {
  const { data: doc } = buildTargetListed({ region: 'Z-PX', basis: 'stock', unit: '亩', value: '3800000', baseline })
  const { kind: _kind, ...promised } = promisedOf({ kind: 'target', doc }, '510402', null)
  const said = checkEntry(entry({ value: '380' }), check({ ...promised, history: [past('2025Q1', null)] }), null)
  expect(said.map(({ code }) => code)).not.toContain('unit-jump')
})
