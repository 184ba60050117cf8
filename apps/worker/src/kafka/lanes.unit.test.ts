import { describe, expect, test } from 'vitest'
import type { Delivery, Position } from './delivery'
import { createLanes, type FetchedBatch } from './lanes'

const A = { topic: 'a', partition: 0 }
const B = { topic: 'b', partition: 0 }
const turns = () => new Promise<void>((resolve) => setTimeout(resolve, 5))

/** Lanes whose deliveries end when the test says so, and what they did meanwhile. */
function open(atOnce = 3) {
  const working: { delivery: Delivery; end: () => void }[] = []
  const sought: string[] = []
  const errors: Error[] = []
  const lanes = createLanes({
    atOnce,
    handle: (delivery) => new Promise((resolve) => working.push({ delivery, end: resolve })),
    seek: ({ topic }: Position, offset) => sought.push(`${topic} ${offset}`),
    onError: (error) => errors.push(error),
  })
  return { lanes, working, sought, errors, begun: () => working.map(({ delivery }) => begins(delivery)) }
}
const begins = ({ topic, messages }: Delivery) => `${topic} ${messages[0]?.offset}`

/** Three messages from an offset on. */
function batch(position: Position, from: bigint, change: Partial<FetchedBatch> = {}) {
  const messages = [from, from + 1n, from + 2n].map((offset) => ({
    ...{ offset, key: null, value: null, headers: {}, appendedAt: new Date(0) },
  }))
  const done = { passed: false, beats: 0, told: [] as bigint[] }
  const fetched: FetchedBatch = {
    ...position,
    lastOffset: from + 2n,
    unpack: () => ({ messages, highWatermark: 100n }),
    isFresh: () => true,
    heartbeat: () => Promise.resolve(void (done.beats += 1)),
    passOver: () => void (done.passed = true),
    tell: (offset) => Promise.resolve(void done.told.push(offset)),
    ...change,
  }
  return { ...fetched, done }
}

describe('lanes', () => {
  test('a batch is taken over at once, so that the next fetch begins; the next of its partition waits for it', async () => {
    const { lanes, working, begun } = open()
    const [first, second, other] = [batch(A, 0n), batch(A, 3n), batch(B, 0n)]
    await lanes.take(first)
    expect(first.done.passed).toBe(true)
    const taking = lanes.take(second)
    await lanes.take(other)
    await turns()
    expect(begun()).toEqual(['a 0', 'b 0'])
    expect(second.done.passed).toBe(false)

    await working[0]?.delivery.resolve(2n)
    working[0]?.end()
    await taking
    await turns()
    expect(begun()).toEqual(['a 0', 'b 0', 'a 3'])
    expect(first.done.told).toEqual([2n])
  })

  test('no more at once than allowed, in the order in which they came', async () => {
    const { lanes, working, begun } = open(1)
    await lanes.take(batch(A, 0n))
    await lanes.take(batch(B, 0n))
    await turns()
    expect(begun()).toEqual(['a 0'])
    working[0]?.end()
    await turns()
    expect(begun()).toEqual(['a 0', 'b 0'])
  })

  test('a batch that waits tells the group that the member lives, and gives up when the group says so', async () => {
    const { lanes } = open()
    await lanes.take(batch(A, 0n))
    const refused = batch(A, 3n, { heartbeat: () => Promise.reject(new Error('rebalance in progress')) })
    await expect(lanes.take(refused)).rejects.toThrow('rebalance')
    expect(refused.done.passed).toBe(false)
  })

  test('what is not applied to its end comes again, and what was fetched behind it is void', async () => {
    const { lanes, working, sought, begun } = open()
    await lanes.take(batch(A, 0n))
    const behind = batch(A, 3n)
    const taking = lanes.take(behind)
    await working[0]?.delivery.resolve(1n)
    working[0]?.end()
    await taking
    await turns()
    expect(sought).toEqual(['a 2'])
    expect(behind.done.passed).toBe(false)
    expect(begun()).toEqual(['a 0'])
  })

  test.each(['a seek', 'a new join'])(
    '%s makes a delivery under way stale, and nothing is sought for it',
    async (what) => {
      const { lanes, working, sought } = open()
      const first = batch(A, 0n)
      await lanes.take(first)
      const waiting = batch(A, 3n)
      const taking = lanes.take(waiting)
      expect(working[0]?.delivery.isCurrent()).toBe(true)
      if (what === 'a seek') lanes.outdate(A)
      else lanes.outdateAll()
      expect(working[0]?.delivery.isCurrent()).toBe(false)
      await working[0]?.delivery.resolve(0n)
      working[0]?.end()
      await taking
      await turns()
      expect([sought, waiting.done.passed, first.done.told]).toEqual([[], false, []])
    },
  )

  test('leaving waits for the chunk under way and begins nothing more', async () => {
    const { lanes, working, sought, begun } = open()
    await lanes.take(batch(A, 0n))
    const taking = lanes.take(batch(A, 3n))
    let drained = false
    const draining = lanes.drain().then(() => (drained = true))
    await turns()
    expect([drained, working[0]?.delivery.isCurrent()]).toEqual([false, false])
    working[0]?.end()
    await Promise.all([taking, draining])
    await lanes.take(batch(B, 0n))
    await turns()
    expect([sought, begun()]).toEqual([[], ['a 0']])
  })

  test('a handler that throws ends the consumer loudly', async () => {
    const errors: Error[] = []
    const lanes = createLanes({
      atOnce: 1,
      handle: () => Promise.reject(new Error('a bug')),
      seek: () => undefined,
      onError: (error) => errors.push(error),
    })
    await lanes.take(batch(A, 0n))
    await turns()
    expect(errors.map(({ message }) => message)).toEqual(['a bug'])
  })
})
