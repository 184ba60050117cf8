import { expect, test } from 'vitest'
import { createLogLimit } from './log-limit'

test('one line a minute and kind, with the number of those withheld', () => {
  let now = 0
  const limit = createLogLimit(() => now)
  expect(limit.due('a')).toBe(0)
  now = 59_999
  expect([limit.due('a'), limit.due('a'), limit.due('b')]).toEqual([undefined, undefined, 0])
  now = 60_000
  expect(limit.due('a')).toBe(2)
})

test('trouble that is over and comes back is told at once', () => {
  const limit = createLogLimit(() => 0)
  limit.due('a')
  limit.due('a')
  expect([limit.forget('a'), limit.due('a'), limit.forget('b')]).toEqual([1, 0, undefined])
})
