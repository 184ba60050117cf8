import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, exactDecimal, findNumber, shift } from './plain-number'

const number = (text: string) => findNumber({ text, percent: false })

describe('findNumber', () => {
  it.each([
    ['1,234.50', '1234.5', false],
    ['１２，３４５．６％', '12345.6', true],
    [' －3.20 ', '-3.2', false],
    ['7.7%', '7.7', true],
    ['−0.0', '0', false],
    ['+5', '5', false],
    ['.5', '0.5', false],
    ['1 234', '1234', false],
  ])('%s is %s', (text, value, percent) => {
    expect(number(text)).toEqual({ value, percent })
  })

  it.each(['约300', '3-5', '1,23', '12亿元', '一百', '', '1.2.3', '1e5', '2025年'])('%s is no number', (text) => {
    expect(number(text)).toBeUndefined()
  })
})

describe('exact decimals', () => {
  it('what binary adds behind the fifteenth digit was never typed', () => {
    expect([0.1 + 0.2, 1.005, 1e-7, 123456789.123456, 1e20].map(exactDecimal)).toEqual([
      ...['0.3', '1.005', '0.0000001', '123456789.123456', '100000000000000000000'],
    ])
  })

  it('moving the point there and back changes nothing', () => {
    const decimal = fc.tuple(fc.integer(), fc.nat()).map(([whole, part]) => canonical(`${whole}.${part}`))
    fc.assert(
      fc.property(decimal, fc.integer({ min: -8, max: 8 }), (value, places) => {
        expect(shift(shift(value, places), -places)).toBe(value)
      }),
    )
  })
})
