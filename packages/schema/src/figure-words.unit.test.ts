import { expect, it } from 'vitest'
import { grouped, moneyWords, wanToYi, wanWords, withUnit } from './figure-words'

it('groups digits before the point and keeps every one', () => {
  const figures = ['0', '999', '1000', '28267', '-1234567.125678', '98.9', '13050000']
  expect(figures.map(grouped)).toEqual(['0', '999', '1,000', '28,267', '-1,234,567.125678', '98.9', '13,050,000'])
})

it('says money in 亿元 from one on, exactly', () => {
  expect([0, 9_999, 10_000, 28_267, 139_000, 999_999_999_999].map(moneyWords)).toEqual([
    ...['0 万元', '9,999 万元', '1 亿元', '2.8267 亿元', '13.9 亿元', '99,999,999.9999 亿元'],
  ])
  expect(['约十亿', '', '1.5'].map(wanToYi)).toEqual(['约十亿', '', '1.5'])
})

it('keeps sums that are compared in one unit, and sets a unit as it is written', () => {
  expect([28_267, 139_000].map(wanWords)).toEqual(['28,267 万元', '139,000 万元'])
  expect([withUnit('3.5', '%'), withUnit('160', '个'), withUnit('≥ 1,480', null)]).toEqual([
    '3.5%',
    '160 个',
    '≥ 1,480',
  ])
})
