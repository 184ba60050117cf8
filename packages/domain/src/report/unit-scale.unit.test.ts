import { expect, it } from 'vitest'
import { converted } from './unit-scale'

it.each([
  ['218.4', '亿元', '万元', '2184000'],
  ['2184000', '万元', '亿元', '218.4'],
  ['13.9', '亿元', '元', '1390000000'],
  ['1', '万元', '亿元', '0.0001'],
  // Half up at the sixth place, on both sides of nought.
  ['0.0149', '万元', '亿元', '0.000001'],
  ['0.015', '万元', '亿元', '0.000002'],
  ['-0.015', '万元', '亿元', '-0.000002'],
  ['3.5', '万亿元', '亿元', '35000'],
  ['120', '万人', '人', '1200000'],
  ['7.7', '%', '%', '7.7'],
  ['5', null, null, '5'],
])('%s %s is %s %s', (value, from, to, said) => expect(converted(value, from, to)).toBe(said))

it('what is counted otherwise does not convert', () => {
  expect(converted('5', '万人', '万元')).toBeUndefined()
  expect(converted('5', '%', null)).toBeUndefined()
})
