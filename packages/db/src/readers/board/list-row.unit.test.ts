import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { expect, it } from 'vitest'
import { startOf } from './list-row'

it('shows a baseline beside a target only in the target’s unit: 445.39 of a growth rate are no per cent', () => {
  const baseline = { value: '445.39', year: 2020, note: '总量，只作参考' }
  const { data } = buildTargetListed({ basis: 'growth', unit: '%', baseline })
  expect(startOf(data, null)).toBeNull()
  expect(startOf({ ...data, basis: 'flow', unit: '亿元' }, null)).toEqual({ value: '445.39', year: 2020 })
})
