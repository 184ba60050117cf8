import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { describe, expect, test } from 'vitest'
import { backUp, restore } from '../testing/backup'
import { readBoard, readCells, readCounts } from '../testing/board'
import { planOf } from '../testing/plan'
import { openWorld, type World } from '../testing/world'

const report = (world: World, subject: string) => buildTargetReport({ ...world.office, subject })

describe('07 · a restored database on quiet topics', () => {
  test('no message comes, Kafka thinks all is read: the probe seeks back and the board is complete again', async () => {
    const world = await openWorld()
    const before = world.startConsumer()
    await world.say(...planOf(world.office), report(world, 'XQ-145-T001'), report(world, 'XQ-145-T002'))
    await world.applied(world.plan, 10n)
    await world.applied(world.target, 2n)
    await before.stop()
    await backUp(world.pool)

    const later = world.startConsumer()
    await world.say(report(world, 'XQ-145-T003'), report(world, 'XQ-145-T004'))
    await world.applied(world.target, 4n)
    await later.stop()
    const complete = await readBoard(world.pool)

    await restore(world.pool)
    expect(await readCells(world.pool)).toHaveLength(2)
    world.startConsumer()
    await world.applied(world.target, 4n)
    expect(await readBoard(world.pool)).toEqual(complete)
    expect(await readCounts(world.pool)).toMatchObject({ events: '14', folded: '14', parked: '0' })
  })

  test('also while the worker runs: the next probe notices', async () => {
    const world = await openWorld()
    await backUp(world.pool)
    world.startConsumer({ probeMs: 500 })
    await world.say(report(world, 'XQ-145-T001'))
    await world.applied(world.target, 1n)
    await restore(world.pool)
    await world.applied(world.target, 1n)
    expect(await readCells(world.pool)).toHaveLength(1)
  })
})
