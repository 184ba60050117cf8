import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { paced } from './paced'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('tells the first at once, then the last of what came within the pause', () => {
  const told: number[] = []
  const { say } = paced<number>(
    (news) => told.push(news),
    () => 100,
  )
  for (const news of [1, 2, 3]) say(news)
  expect(told).toEqual([1])
  vi.advanceTimersByTime(100)
  expect(told).toEqual([1, 3])
  say(4)
  expect(told).toEqual([1, 3])
  vi.advanceTimersByTime(100)
  expect(told).toEqual([1, 3, 4])
  vi.advanceTimersByTime(100)
  say(5)
  expect(told).toEqual([1, 3, 4, 5])
})

it('pauses as long as it is told each time', () => {
  let pages = 1
  const told: number[] = []
  const { say } = paced<number>(
    (news) => told.push(news),
    () => pages * 40,
  )
  say(1)
  pages = 50
  vi.advanceTimersByTime(40)
  say(2)
  say(3)
  vi.advanceTimersByTime(1_999)
  expect(told).toEqual([1, 2])
  vi.advanceTimersByTime(1)
  expect(told).toEqual([1, 2, 3])
})

it('tells nothing more once it is stopped', () => {
  const told: number[] = []
  const { say, stop } = paced<number>(
    (news) => told.push(news),
    () => 100,
  )
  say(1)
  say(2)
  stop()
  vi.advanceTimersByTime(1_000)
  expect(told).toEqual([1])
})
