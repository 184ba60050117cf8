import { buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells, readParked } from '../testing/board'
import { encodedBy } from '../testing/message'
import { planOf } from '../testing/plan'
import { openWorld } from '../testing/world'

describe('01 · a report reaches the board', () => {
  test('plan, report, return and correction each change one cell, in the order of their topics', async () => {
    const world = await openWorld()
    world.startConsumer()
    await world.say(...planOf(world.office))
    await waitFor(
      'the open cell',
      () => readCells(world.pool),
      ([cell]) => cell?.state === 'pending',
    )

    const first = await world.sayAs({}, buildTargetReport({ ...world.office }))
    const reported = await waitFor(
      'the report',
      () => readCells(world.pool),
      ([cell]) => cell?.state === 'reported',
    )
    expect(reported).toMatchObject([{ value: '160.500000', reports: 1, event_id: first, conflict: false }])

    await world.say(buildReportReturned({ region: world.region, report: first }))
    await waitFor(
      'the return',
      () => readCells(world.pool),
      ([cell]) => cell?.state === 'returned',
    )

    const correction = { replaces: first, revision: 2, correctionReason: '口径调整', content: { value: '161.2' } }
    const second = await world.sayAs({}, buildTargetReport({ ...world.office, ...correction }))
    const corrected = await waitFor(
      'the correction',
      () => readCells(world.pool),
      ([cell]) => cell?.reports === 2,
    )
    expect(corrected).toMatchObject([{ state: 'reported', value: '161.200000', event_id: second, conflict: false }])
  })

  test('a report whose plan is not there yet waits, and is folded when the plan comes', async () => {
    const world = await openWorld()
    world.startConsumer()
    await world.say(buildTargetReport({ ...world.office }))
    await waitFor(
      'the waiting cell',
      () => readCells(world.pool),
      ([cell]) => cell?.state === 'waiting',
    )
    await world.say(...planOf(world.office))
    const cells = await waitFor(
      'the fold',
      () => readCells(world.pool),
      ([cell]) => cell?.state === 'reported',
    )
    expect(cells).toMatchObject([{ reports: 1, value: '160.500000' }])
    expect(await readParked(world.pool)).toEqual([])
  })

  test('what a message and its topic prove wrong is parked with the reason, and the next message is applied', async () => {
    const world = await openWorld()
    const consumer = world.startConsumer()
    const honest = encodedBy(world.office, buildTargetReport({ ...world.office }))
    const foreign = buildTargetReport({ ...world.office, region: '999999', body: '999999-FGJ' })
    await world.sendRaw(
      world.target,
      { key: 'x', value: 'not an event' },
      { ...encodedBy(world.office, foreign), key: 'XQ-145-T001' },
      { ...honest, key: 'XQ-145-T999' },
      { ...honest, value: '{"zone":' },
      { ...honest, headers: { ...honest.headers, ce_type: 'lianxi.target.invented.v1' } },
      honest,
    )
    await world.applied(world.target, 6n)
    const parked = await readParked(world.pool)
    expect(parked.map(({ offset, reason }) => [offset, reason])).toEqual([
      ['0', 'bad-header'],
      ['1', 'foreign-region'],
      ['2', 'key-mismatch'],
      ['3', 'not-json'],
      ['4', 'unknown-type'],
    ])
    expect(await readCells(world.pool)).toMatchObject([{ event_id: honest.id }])
    await waitFor('the count', () => consumer.status.counters.parked === 5)
  })

  test('thousands of messages go in a few transactions, and Kafka is told how far they are', async () => {
    const world = await openWorld()
    const subjects = Array.from({ length: 3_000 }, (_, index) => `XQ-145-T${index}`)
    for (let from = 0; from < subjects.length; from += 200) {
      await world.say(
        ...subjects.slice(from, from + 200).map((subject) => buildTargetReport({ ...world.office, subject })),
      )
    }
    const consumer = world.startConsumer()
    await world.applied(world.target, 3_000n)
    expect(await readCells(world.pool)).toHaveLength(3_000)
    expect(consumer.status.counters.chunks).toBeLessThan(30)
    await waitFor(
      'the hint in Kafka',
      () => world.admin.fetchOffsets({ groupId: world.group, topics: [world.target] }),
      ([answer]) => answer?.partitions[0]?.offset === '3000',
    )
  })
})
