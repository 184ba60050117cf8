import { expect, it } from 'vitest'
import { changeWords } from './change-words'

it('says a change with its sign and its unit, a share and a progress in points, and none as none', () => {
  expect(changeWords('17.6', '亿元')).toBe('+17.6 亿元')
  expect(changeWords('-12345', '个')).toBe('−12,345 个')
  expect(changeWords('0.5', '%')).toBe('+0.5 百分点')
  expect(changeWords('-3', null)).toBe('−3 百分点')
  expect([changeWords('0', '个'), changeWords('0.0', null)]).toEqual(['无变化', '无变化'])
})
