import { describe, expect, it } from 'vitest'
import { freestOf, rangeOf, segmentsOf, stepOf } from './scale'

describe('the value axis', () => {
  it('starts at zero for sums', () => expect(rangeOf([20, 218.4]).low).toBe(0))
  it('stays near the values for rates', () => {
    const { low, high } = rangeOf([97.8, 98.9])
    expect(low).toBeGreaterThan(90)
    expect(low).toBeLessThanOrEqual(97.8)
    expect(high).toBeGreaterThanOrEqual(98.9)
  })
  it('has a height even for one value', () => {
    const { low, high } = rangeOf([5])
    expect(high).toBeGreaterThan(low)
  })
  it('goes below zero for falls', () => expect(rangeOf([-3, 4]).low).toBeLessThanOrEqual(-3))
  it('cuts into round steps', () => expect([stepOf(260), stepOf(1.1), stepOf(9)]).toEqual([100, 0.5, 5]))
})

describe('a line of year-to-date figures', () => {
  const points = ['2024Q4', '2025Q1', '2024Q3'].map((period) => ({ period, value: 1 }))
  it('breaks at the new year', () =>
    expect(segmentsOf(points, true).map((line) => line.map(({ period }) => period))).toEqual([
      ['2024Q3', '2024Q4'],
      ['2025Q1'],
    ]))
  it('is one line otherwise', () => expect(segmentsOf(points, false)).toHaveLength(1))
})

describe('a text beside lines', () => {
  const [above, end, below] = [
    { x: 50, y: 40, width: 60 },
    { x: 400, y: 40, width: 60 },
    { x: 50, y: 57, width: 60 },
  ]
  const rising = [
    { x: 48, y: 150 },
    { x: 500, y: 25 },
  ]
  const flat = [
    { x: 48, y: 36 },
    { x: 300, y: 36 },
  ]

  it('stands in the first place that is free', () => expect(freestOf([above, end, below], [rising])).toBe(above))
  it('goes to the other end, or below, where a line is behind it', () => {
    expect(freestOf([above, end, below], [flat])).toBe(end)
    expect(freestOf([above, end, below], [flat, rising])).toBe(below)
  })
  it('stands where the least is behind it', () => {
    const across = [
      { x: 100, y: 20 },
      { x: 100, y: 80 },
    ]
    expect(freestOf([above, below], [flat, across])).toBe(below)
  })
})
