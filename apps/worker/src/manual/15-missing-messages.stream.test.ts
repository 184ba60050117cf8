import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells } from '../testing/board'
import { openWorld, type World } from '../testing/world'

const report = (world: World, n: number) => buildTargetReport({ ...world.office, subject: `XQ-145-T${n}` })
const reports = (world: World, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => report(world, from + index))

describe('15 · messages that are missing', () => {
  test('what the broker no longer has is accepted after seeking back in vain, and counted', async () => {
    const world = await openWorld()
    const before = world.startConsumer()
    await world.say(...reports(world, 1, 2))
    await world.applied(world.target, 2n)
    await before.stop()
    await world.say(...reports(world, 3, 6))
    await world.admin.fetchTopicOffsets(world.target) // KafkaJS deletes only where it has looked for the leader
    await world.admin.deleteTopicRecords({ topic: world.target, partitions: [{ partition: 0, offset: '4' }] })

    const consumer = world.startConsumer()
    await world.applied(world.target, 6n)
    expect((await readCells(world.pool)).map(({ subject }) => subject.slice(-2))).toEqual(['T1', 'T2', 'T5', 'T6'])
    await waitFor('the count', () => consumer.status.counters.gaps === 1)
    const { rows } = await world.pool.query('SELECT gaps FROM consumer_offset WHERE topic = $1', [world.target])
    expect(rows).toEqual([{ gaps: 1 }])
  })
})
