import RequestQueue from 'kafkajs/src/network/requestQueue/index.js'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { mendRequestQueue } from './request-queue'

beforeAll(() => {
  mendRequestQueue()
  vi.useFakeTimers()
})
afterAll(() => vi.useRealTimers())

/** A connection that has room for one request at a time, and what it sent. */
function connection() {
  const sent: number[] = []
  const queue = new RequestQueue({
    ...{ maxInFlightRequests: 1, requestTimeout: 30_000, enforceRequestTimeout: false },
    ...{ clientId: 'c', broker: 'b', logger: { debug: () => undefined }, isConnected: () => true },
  })
  const ask = (correlationId: number) => {
    const entry = { correlationId, resolve: () => undefined }
    queue.push({ entry, expectResponse: true, sendRequest: () => sent.push(correlationId) })
  }
  const answer = (correlationId: number) => queue.fulfillRequest({ correlationId, payload: Buffer.alloc(0), size: 0 })
  return { sent, ask, answer }
}

it('sets no timer while nothing waits', () => {
  const { sent, ask, answer } = connection()
  ask(1)
  expect(sent).toEqual([1])
  answer(1)
  expect(vi.getTimerCount()).toBe(0)
})

it('sends what waited as soon as there is room, and rests', () => {
  const { sent, ask, answer } = connection()
  ask(1)
  ask(2)
  expect(sent).toEqual([1])
  answer(1)
  expect(sent).toEqual([1, 2])
  answer(2)
  vi.advanceTimersByTime(1_000)
  expect(vi.getTimerCount()).toBe(0)
})
