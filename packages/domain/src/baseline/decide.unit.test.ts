import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { expect, it } from 'vitest'
import { askedOf } from './decide'

it('asks a region for the baseline of its part: the whole’s is not where it starts', () => {
  const baseline = { value: '2774', year: 2020, note: null }
  const { data: target } = buildTargetListed({ region: 'Z-PX', value: '3800', baseline })
  expect(askedOf(target, '510400', false)).toBe('baseline')
  expect(askedOf(target, '510400', true)).toBeUndefined()
  expect(askedOf(target, 'Z-PX', false)).toBeUndefined()
  expect(askedOf(target, null, false)).toBeUndefined()
  expect(askedOf({ ...target, basis: 'growth' }, '510400', false)).toBeUndefined()
})
