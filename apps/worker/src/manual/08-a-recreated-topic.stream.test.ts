import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readBoard } from '../testing/board'
import { planOf } from '../testing/plan'
import { openWorld, type World } from '../testing/world'

const report = (world: World, subject: string) => buildTargetReport({ ...world.office, subject })

/** Applies three reports, stops, and puts an empty topic of the same name in the place of the one that was read. */
async function recreate(world: World) {
  const before = world.startConsumer()
  await world.say(report(world, 'XQ-145-T001'), report(world, 'XQ-145-T002'), report(world, 'XQ-145-T003'))
  await world.applied(world.target, 3n)
  await before.stop()
  const board = await readBoard(world.pool)
  await world.removeAndForget(world.target)
  await world.create(world.target)
  return board
}

describe('08 · a recreated topic', () => {
  test('that is empty or shorter halts its region loudly; other topics go on', async () => {
    const world = await openWorld()
    const board = await recreate(world)
    await world.say(report(world, 'XQ-145-T009'))
    const consumer = world.startConsumer()
    await waitFor('the halt', () => consumer.status.halted.get(world.target))
    expect(consumer.status.halted.get(world.target)).toContain('recreated')
    expect(await readBoard(world.pool)).toEqual(board)
    await world.say(...planOf(world.office))
    await world.applied(world.plan, 10n)
    expect(consumer.crashes).toEqual([])
  })

  test('that is quiet halts as well', async () => {
    const world = await openWorld()
    await recreate(world)
    const consumer = world.startConsumer()
    await waitFor('the halt', () => consumer.status.halted.get(world.target))
  })

  test('that has grown longer than the old one is known by its last applied message', async () => {
    const world = await openWorld()
    const board = await recreate(world)
    const others = ['XQ-145-T011', 'XQ-145-T012', 'XQ-145-T013', 'XQ-145-T014', 'XQ-145-T015']
    await world.say(...others.map((subject) => report(world, subject)))
    const consumer = world.startConsumer()
    await waitFor('the halt', () => consumer.status.halted.get(world.target))
    expect(consumer.status.halted.get(world.target)).toContain('no longer the same')
    expect(await readBoard(world.pool)).toEqual(board)
  })
})
