import { expect, it } from 'vitest'
import { zoneTarget } from '../place/testing/zone-target'
import { askedOf } from './decide'

it('asks a region for the baseline of its part: the whole’s is not where it starts', () => {
  expect(askedOf(zoneTarget, '510400', false)).toBe('baseline')
  expect(askedOf(zoneTarget, '510400', true)).toBeUndefined()
  expect(askedOf(zoneTarget, 'Z-PX', false)).toBeUndefined()
  expect(askedOf(zoneTarget, null, false)).toBeUndefined()
  expect(askedOf({ ...zoneTarget, basis: 'growth' }, '510400', false)).toBeUndefined()
})
