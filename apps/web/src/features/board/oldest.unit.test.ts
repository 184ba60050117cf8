import type { StreamState } from '@lianxi/schema/views/common'
import { expect, it } from 'vitest'
import { oldestOf } from './oldest'

const WORKER = { silentSeconds: 0, fetchSeconds: 0, lag: 0, behindSeconds: null, halted: [] }
const at = (stamp: string | null) => {
  const counts = { waiting: 0, parked: 0, unpublished: 0, oldestUnpublishedSeconds: null, events: 1 }
  const stream: StreamState = { now: '', demo: false, committedAt: null, stamp, ...counts, worker: WORKER }
  return { asOf: null, stream }
}
const [earlier, later] = [at('2025-10-12T01:00:00.000001Z'), at('2025-10-12T01:00:00.000002Z')]

it('is as old as the oldest of its answers, whichever comes first', () => {
  expect(oldestOf(earlier, later)).toBe(earlier)
  expect(oldestOf(later, later, earlier)).toBe(earlier)
  expect(oldestOf(later, at(null))).toEqual(at(null))
})

it('is of no age where all are of the past', () => {
  const past = { asOf: '2025-10-12T01:00:00.000001Z', stream: null }
  expect(oldestOf(past, past)).toBe(past)
})
