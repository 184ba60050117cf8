import { expect, it } from 'vitest'
import { backoffMs, mayGiveUp } from './backoff'

it('waits longer with every restart in a row, up to half a minute', () => {
  expect([1, 2, 3, 4].map(backoffMs)).toEqual([500, 1_000, 2_000, 4_000])
  expect(backoffMs(40)).toBe(30_000)
})

it('gives up only on an app that was never ready', () => {
  expect(mayGiveUp({ wasReady: false, restarts: 3 })).toBe(true)
  expect(mayGiveUp({ wasReady: false, restarts: 2 })).toBe(false)
  expect(mayGiveUp({ wasReady: true, restarts: 30 })).toBe(false)
})
