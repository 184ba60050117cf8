import fc from 'fast-check'
import { expect, it } from 'vitest'
import { completionOf, timelinessOf, type Filed } from './rates'

const filed = (over: Partial<Filed> = {}): Filed => ({ due: 17, reported: 10, nil: 3, late: 1, overdue: 2, ...over })

it('counts 本期无变化 as reported, and late apart from missing', () => {
  expect([completionOf(filed()), timelinessOf(filed())]).toEqual(['58.8', '75.0'])
  expect(completionOf(filed({ nil: 10 }))).toBe(completionOf(filed({ nil: 0 })))
})
it('rounds half up: 10 of 23 are 43.478 and 1 of 16 are 6.25', () => {
  expect(completionOf(filed({ due: 23 }))).toBe('43.5')
  expect(completionOf(filed({ due: 16, reported: 1 }))).toBe('6.3')
})
it('says nothing of nobody, and no timeliness before anything was due or came', () => {
  expect(completionOf(filed({ due: 0, reported: 0 }))).toBeNull()
  expect(timelinessOf(filed({ reported: 0, late: 0, overdue: 0 }))).toBeNull()
})
it('is 100 only where nothing is missing, and 0 only where nothing came', () =>
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(5_000), fc.nat(50), (reported, missing, late) => {
      fc.pre(reported + missing > 0)
      const said = filed({ due: reported + missing, reported, late: Math.min(late, reported), overdue: missing })
      expect(completionOf(said) === '100.0').toBe(missing === 0)
      expect(completionOf(said) === '0.0').toBe(reported === 0)
      expect(timelinessOf(said) === '100.0').toBe(missing === 0 && said.late === 0)
      expect(timelinessOf(said) === '0.0').toBe(said.late === reported)
    }),
  ))
