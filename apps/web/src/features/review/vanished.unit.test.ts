import { expect, it } from 'vitest'
import { stillListed, vanished } from './vanished'

const refused = {
  'A 2025Q3': { name: '甲', message: '状态已经变化。' },
  'B 2025Q3': { name: '乙', message: '请稍候。' },
}

it('tells of rows that are gone why nothing was done, and leaves the others to their own lines', () => {
  expect(vanished(refused, ['B 2025Q3', 'C 2025Q3'])).toEqual(['“甲”没有办理，现已不在本页：状态已经变化。'])
  expect(vanished(refused, Object.keys(refused))).toEqual([])
})

it('forgets the ticks of rows that are gone', () => {
  expect(stillListed(['a', 'b'], ['b', 'c'])).toEqual(['b'])
})
