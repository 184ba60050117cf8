import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells, readCounts } from '../testing/board'
import { moveToSmallDisk } from '../testing/small-disk'
import { openWorld, type World } from '../testing/world'

const reports = (world: World, from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) =>
    buildTargetReport({ ...world.office, subject: `XQ-145-T${from + n}`, content: { note: '进展'.repeat(400) } }),
  )

describe('20 · a full disk', () => {
  test('PostgreSQL without room is an outage: the topic waits and says why, nothing is parked, it goes on when there is room', async (context) => {
    const world = await openWorld()
    const disk = await moveToSmallDisk(world.pool, 'ingested_event')
    if (disk === undefined) return context.skip('no small disk: mounting needs root and a PostgreSQL on this machine')
    const consumer = world.startConsumer()
    await world.say(...reports(world, 0, 10))
    await world.applied(world.target, 10n)

    disk.fill()
    await world.say(...reports(world, 10, 60))
    await waitFor(
      'the reason',
      () => consumer.status.waiting.get(world.target),
      (why) => /No space left/.test(why ?? ''),
    )
    expect(await readCounts(world.pool)).toMatchObject({ events: '10', parked: '0', cells: '10' })
    const { rows } = await world.pool.query('SELECT FROM message_attempt')
    expect(rows).toEqual([])

    disk.makeRoom()
    await world.applied(world.target, 60n)
    expect(await readCells(world.pool)).toHaveLength(60)
    expect(await readCounts(world.pool)).toMatchObject({ events: '60', folded: '60', parked: '0' })
    expect(consumer.crashes).toEqual([])
  })
})
