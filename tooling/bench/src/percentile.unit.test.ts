import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentile, spread } from './percentile'

test('of 1 to 200, the median is 100, p95 is 190, p99 is 198', () => {
  const figures = Array.from({ length: 200 }, (_, n) => n + 1)
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(figures, share))).toEqual([100, 190, 198, 200])
})

test('a percentile is a measured figure, at least that share of all lies at or below it', () => {
  const figures = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(figures, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const sorted = [...all].sort((a, b) => a - b)
      const figure = percentile(sorted, share)
      expect(sorted).toContain(figure)
      expect(sorted.filter((other) => other <= figure).length / sorted.length).toBeGreaterThanOrEqual(share - 1e-9)
    }),
  )
})

test('the spread does not depend on the order of measuring, and there is none of nothing', () => {
  expect(spread([3, 1, 2])).toEqual({ n: 3, p50: 2, p95: 3, p99: 3, max: 3 })
  expect(() => spread([])).toThrow('at least one')
})
