import { buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildProjectListed, buildTargetListed } from '@lianxi/testkit/events-facts'
import { expect, it } from 'vitest'
import { startOf, totalOf } from './list-row'

it('shows a baseline beside a target only in the target’s unit: 445.39 of a growth rate are no per cent', () => {
  const baseline = { value: '445.39', year: 2020, note: '总量，只作参考' }
  const { data } = buildTargetListed({ basis: 'growth', unit: '%', baseline })
  expect(startOf(data, '510403', null)).toBeNull()
  const level = { ...data, basis: 'flow' as const, unit: '亿元' }
  expect(startOf(level, '510403', null)).toEqual({ value: '445.39', year: 2020, origin: 'plan' })
})

it('shows a region only a baseline of its own: the whole zone’s is not where its part starts', () => {
  const { data } = buildTargetListed({ region: 'Z-PX', baseline: { value: '2774', year: 2020, note: null } })
  expect(startOf(data, '510402', null)).toBeNull()
  expect(startOf(data, 'Z-PX', null)?.value).toBe('2774')
  const baseline = { value: '1040.8', year: 2020, origin: 'demo' as const }
  const { data: item } = buildItemListed({ region: '510400', target: { baseline, yearValue: null, path: [] } })
  expect(startOf(data, '510400', item)).toEqual(baseline)
})

it('says of a project’s total whether the plan or the list says it', () => {
  const sums = { planWan: 1, totalWan: 1_180_000, origin: 'list' as const, monthlyPercent: null, milestones: [] }
  const { data: item } = buildItemListed({ target: null, project: { ...sums, sharePercent: null } })
  const { data } = buildProjectListed({ investmentWan: null })
  expect(totalOf(data, null)).toEqual({ totalWan: null, totalOrigin: null })
  expect(totalOf(data, item)).toEqual({ totalWan: 1_180_000, totalOrigin: 'list' })
  expect(totalOf({ ...data, investmentWan: 1_180_000 }, item)).toEqual({ totalWan: 1_180_000, totalOrigin: 'plan' })
})
