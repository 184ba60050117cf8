import { expect, it } from 'vitest'
import { comparedWords, pictureMoment } from './moment-words'

const STAMP = '2025-07-10T10:00:00.000123Z'

it('names the moment that was asked for, and the last commit until then where it is another', () => {
  expect(pictureMoment('2025-07-14T12:00', STAMP)).toBe('2025-07-14 12:00（数据截至 2025-07-10 18:00:00）')
  expect(pictureMoment('2025-07-14', STAMP)).toBe('2025-07-14 当日末（数据截至 2025-07-10 18:00:00）')
  expect(pictureMoment(STAMP, STAMP)).toBe('2025-07-10 18:00:00')
  expect(pictureMoment(undefined, STAMP)).toBe('2025-07-10 18:00:00')
  expect(pictureMoment(undefined, null)).toBe('尚无数据')
})

it('names with a deadline when it fell due, not the last commit before; else the moment somebody chose', () => {
  const due = { comparedNote: '2025年二季度填报截止', comparedDueAt: '2025-07-15T10:00:00.000Z' }
  expect(comparedWords({ comparedWith: STAMP, ...due }, undefined)).toBe('2025年二季度填报截止（2025-07-15 18:00）')
  const chosen = { comparedWith: STAMP, comparedNote: null, comparedDueAt: null }
  expect(comparedWords(chosen, '2025-07-14T12:00')).toBe('2025-07-14 12:00')
  expect(comparedWords({ ...chosen, comparedWith: null }, undefined)).toBe('')
})
