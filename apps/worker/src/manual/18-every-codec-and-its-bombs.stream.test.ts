import { compressed, hollowRecord, zstdBomb } from '@lianxi/testkit/kafka/codecs'
import { createRawProducer } from '@lianxi/testkit/kafka/raw-records'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { draftOf, recordOf } from '@lianxi/testkit/poison/message'
import { testKafka } from '@lianxi/testkit/kafka/client'
import { describe, expect, test } from 'vitest'
import { readCells, readParked } from '../testing/board'
import { encodedBy } from '../testing/message'
import { openWorld, type World } from '../testing/world'

const openProducer = async (world: World) => {
  const producer = await createRawProducer()
  world.endWith(producer.disconnect)
  return producer
}
const good = (world: World, subject: string) =>
  recordOf(draftOf(encodedBy(world.office, buildTargetReport({ ...world.office, subject }))))
const EMPTY = { key: null, value: null, headers: [] }

describe('18 · every codec and its bombs', () => {
  test('whatever a producer compresses with, the broker stores it uncompressed: applied or parked like any other', async () => {
    const world = await openWorld()
    const producer = await openProducer(world)
    const consumer = world.startConsumer()
    for (const codec of ['gzip', 'snappy', 'lz4', 'zstd'] as const) {
      await producer.sendBatch(world.target, compressed(codec, [good(world, `XQ-145-${codec.toUpperCase()}`), EMPTY]))
    }
    await world.applied(world.target, 8n)
    expect((await readCells(world.pool)).map(({ subject }) => subject)).toEqual([
      'XQ-145-GZIP',
      'XQ-145-LZ4',
      'XQ-145-SNAPPY',
      'XQ-145-ZSTD',
    ])
    expect((await readParked(world.pool)).map(({ offset }) => offset)).toEqual(['1', '3', '5', '7'])
    expect(consumer.crashes).toEqual([])
  })

  test('a bomb is refused by the broker, which goes on, and no worker ever sees it', async () => {
    const world = await openWorld()
    const producer = await openProducer(world)
    const consumer = world.startConsumer()
    await world.say(buildTargetReport({ ...world.office }))
    // 30 and 200 MB in one and six kilobytes; then 28 bytes that claim a record larger than the broker's heap.
    await expect(producer.sendBatch(world.target, zstdBomb(30))).rejects.toMatchObject({ type: 'MESSAGE_TOO_LARGE' })
    await expect(producer.sendBatch(world.target, zstdBomb(200))).rejects.toThrow(/max message size|unexpected error/)
    await expect(producer.sendBatch(world.target, hollowRecord(1_500))).rejects.toMatchObject({ type: 'UNKNOWN' })

    await world.say(buildTargetReport({ ...world.office, period: '2025Q2' }))
    await world.applied(world.target, 2n)
    expect(await readCells(world.pool)).toHaveLength(2)
    expect(consumer.crashes).toEqual([])
  })

  test('what a transaction left behind is stepped over: markers and aborted messages are gaps, not poison', async () => {
    const world = await openWorld()
    const consumer = world.startConsumer()
    const producer = testKafka().producer({ transactionalId: world.group, idempotent: true, maxInFlightRequests: 1 })
    await producer.connect()
    world.endWith(() => producer.disconnect())
    const { key, headers, value } = encodedBy(world.office, buildTargetReport({ ...world.office }))
    const sent = { topic: world.target, messages: [{ key, headers, value }] }
    const aborted = await producer.transaction()
    await aborted.send({ topic: world.target, messages: [{ key: 'x', value: 'taken back' }] })
    await aborted.abort()
    const committed = await producer.transaction()
    await committed.send(sent)
    await committed.commit()
    // It can be read once its marker is written, which the broker does after it answered; what follows comes behind that.
    await world.applied(world.target, 3n)
    await world.say(buildTargetReport({ ...world.office, period: '2025Q2' }))

    await world.applied(world.target, 5n)
    expect(await readCells(world.pool)).toHaveLength(2)
    expect(await readParked(world.pool)).toEqual([])
    expect(consumer.crashes).toEqual([])
  })
})
