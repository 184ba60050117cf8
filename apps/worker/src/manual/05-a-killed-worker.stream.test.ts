import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells, readCounts } from '../testing/board'
import { startProcess, untilReady } from '../testing/worker-process'
import { nextOffsetOf, openWorld } from '../testing/world'

describe('05 · a worker killed between COMMIT and the commit to Kafka', () => {
  test('kill -9 at the notification of a COMMIT: what is in the database is not applied again', async () => {
    const world = await openWorld()
    const worker = startProcess(world)
    await untilReady(worker)
    const listener = await world.pool.connect()
    await listener.query('LISTEN board')
    // NOTIFY is delivered at COMMIT; the commit to Kafka is a round trip later.
    listener.once('notification', () => worker.signal('SIGKILL'))
    for (let n = 0; n < 20; n += 1) await world.say(buildTargetReport({ ...world.office, subject: `XQ-145-T${n}` }))
    await worker.exited
    listener.release(true)
    const applied = await nextOffsetOf(world.pool, world.target)
    expect(applied).toBeGreaterThan(0n)

    // Another group has no offsets in Kafka: exactly what is left when the commit never arrived.
    const next = world.startConsumer({ group: `${world.group}-next` })
    await world.applied(world.target, 20n)
    expect(await readCells(world.pool)).toHaveLength(20)
    expect((await readCells(world.pool)).every(({ reports }) => reports === 1)).toBe(true)
    expect(await readCounts(world.pool)).toMatchObject({ events: '20', folded: '20', parked: '0' })
    await waitFor('the count', () => BigInt(next.status.counters.events) === 20n - applied)
  })

  test('the group itself takes over when Kafka has given the dead worker up', async () => {
    const world = await openWorld()
    const dead = startProcess(world)
    await untilReady(dead)
    await world.say(buildTargetReport({ ...world.office }))
    await world.applied(world.target, 1n)
    dead.signal('SIGKILL')
    await dead.exited
    world.startConsumer()
    await world.say(buildTargetReport({ ...world.office, subject: 'XQ-145-T002' }))
    await waitFor(
      'the second report',
      () => readCells(world.pool),
      (cells) => cells.length === 2,
    )
    expect(await readCounts(world.pool)).toMatchObject({ events: '2', folded: '2' })
  })
})
