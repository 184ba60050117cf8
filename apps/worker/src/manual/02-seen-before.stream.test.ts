import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells, readCounts, readParked } from '../testing/board'
import { encodedBy } from '../testing/message'
import { planOf } from '../testing/plan'
import { openWorld } from '../testing/world'

describe('02 · what was seen before changes nothing', () => {
  test('a redelivered batch: a group that starts again at the beginning finds everything applied', async () => {
    const world = await openWorld()
    const first = world.startConsumer()
    await world.say(...planOf(world.office), buildTargetReport({ ...world.office }))
    await world.applied(world.target, 1n)
    await world.applied(world.plan, 10n)
    const before = await readCounts(world.pool)
    await first.stop()

    // A group Kafka knows nothing about gets every message once more.
    const second = world.startConsumer({ group: `${world.group}-again` })
    await world.say(buildTargetReport({ ...world.office, subject: 'XQ-145-T002' }))
    await world.applied(world.target, 2n)
    const after = await readCounts(world.pool)
    expect(after).toEqual({ ...before, events: '12', folded: '12', cells: '2' })
    await waitFor('the count', () => second.status.counters.events === 1)
  })

  test('a duplicate event id at a new offset is one event', async () => {
    const world = await openWorld()
    const consumer = world.startConsumer()
    const report = encodedBy(world.office, buildTargetReport({ ...world.office }))
    await world.sendRaw(world.target, report)
    await world.sendRaw(world.target, report, report)
    await world.applied(world.target, 3n)
    expect(await readCounts(world.pool)).toMatchObject({ events: '1', folded: '1', parked: '0' })
    expect(await readCells(world.pool)).toMatchObject([{ reports: 1 }])
    await waitFor('the count', () => consumer.status.counters.duplicates === 2)
  })

  test('twice in one batch too', async () => {
    const world = await openWorld()
    const report = encodedBy(world.office, buildTargetReport({ ...world.office }))
    await world.sendRaw(world.target, report, report)
    world.startConsumer()
    await world.applied(world.target, 2n)
    expect(await readCounts(world.pool)).toMatchObject({ events: '1', folded: '1', parked: '0' })
  })

  test('the same id with other content is parked; the first one stands', async () => {
    const world = await openWorld()
    world.startConsumer()
    const id = await world.sayAs({}, buildTargetReport({ ...world.office }))
    await world.sayAs({ id }, buildTargetReport({ ...world.office, content: { value: '999' } }))
    await world.applied(world.target, 2n)
    expect(await readParked(world.pool)).toEqual([{ topic: world.target, offset: '1', reason: 'id-reused' }])
    expect(await readCells(world.pool)).toMatchObject([{ value: '160.500000', reports: 1 }])
  })

  test('the same id with other content in one batch too', async () => {
    const world = await openWorld()
    const honest = encodedBy(world.office, buildTargetReport({ ...world.office }))
    const other = encodedBy(world.office, buildTargetReport({ ...world.office, content: { value: '999' } }), {
      id: honest.id,
    })
    await world.sendRaw(world.target, honest, other, other)
    world.startConsumer()
    await world.applied(world.target, 3n)
    expect(await readParked(world.pool)).toMatchObject([{ offset: '1' }, { offset: '2' }])
    expect(await readCells(world.pool)).toMatchObject([{ value: '160.500000', reports: 1 }])
  })
})
