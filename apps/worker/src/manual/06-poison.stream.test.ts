import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells, readParked } from '../testing/board'
import { planOf } from '../testing/plan'
import { openWorld, type World } from '../testing/world'

/** A contract-keeping message the database cannot take, as a rule of a table nobody thought of would make it. */
const refuseInDatabase = (world: World, subject: string) =>
  world.pool.query(`ALTER TABLE ingested_event ADD CHECK (subject <> '${subject}')`)

describe('06 · poison in mid-batch', () => {
  test('the message at fault is tried three times and parked; those around it are applied', async () => {
    const world = await openWorld()
    await refuseInDatabase(world, 'XQ-145-T666')
    const subjects = ['XQ-145-T001', 'XQ-145-T002', 'XQ-145-T666', 'XQ-145-T003', 'XQ-145-T004']
    await world.say(...subjects.map((subject) => buildTargetReport({ ...world.office, subject })))
    const consumer = world.startConsumer()
    await world.applied(world.target, 5n)

    expect((await readCells(world.pool)).map(({ subject }) => subject)).toEqual(
      subjects.filter((subject) => subject !== 'XQ-145-T666'),
    )
    expect(await readParked(world.pool)).toEqual([{ topic: world.target, offset: '2', reason: 'unappliable' }])
    const { rows } = await world.pool.query<{ detail: string }>('SELECT detail FROM parked_message')
    expect(rows[0]?.detail).toContain('尝试3次')
    await waitFor('the counts', () => consumer.status.counters.events === 4 && consumer.status.counters.parked === 1)
    expect(consumer.status.halted.size).toBe(0)
  })

  test('two of them in one batch, and another topic goes on meanwhile', async () => {
    const world = await openWorld()
    await refuseInDatabase(world, 'XQ-145-T666')
    const subjects = ['XQ-145-T666', 'XQ-145-T001', 'XQ-145-T666', 'XQ-145-T002']
    await world.say(
      ...subjects.map((subject) => buildTargetReport({ ...world.office, subject })),
      ...planOf(world.office),
    )
    world.startConsumer()
    await world.applied(world.target, 4n)
    await world.applied(world.plan, 10n)
    expect(await readParked(world.pool)).toMatchObject([{ offset: '0' }, { offset: '2' }])
    expect(await readCells(world.pool)).toMatchObject([{ state: 'reported' }, { state: 'waiting' }])
  })

  test('a message that keeps killing the process is parked by the process that counts its starts', async () => {
    const world = await openWorld()
    await world.say(buildTargetReport({ ...world.office }), buildTargetReport({ ...world.office, period: '2025Q2' }))
    // What six processes that died while applying it have left behind.
    await world.pool.query(
      `INSERT INTO message_attempt (topic, partition, "offset", attempts, starts, last_error) VALUES ($1, 0, 0, 0, 6, '')`,
      [world.target],
    )
    world.startConsumer()
    await world.applied(world.target, 2n)
    expect(await readParked(world.pool)).toEqual([{ topic: world.target, offset: '0', reason: 'unappliable' }])
    expect(await readCells(world.pool)).toMatchObject([{ period: '2025Q2' }])
  })

  test('bytes of every kind are parked or applied, never a crash', async () => {
    const world = await openWorld()
    const consumer = world.startConsumer()
    await world.sendRaw(
      world.target,
      { key: null, value: null },
      { key: Buffer.from([0xff, 0xfe, 0x00]), value: Buffer.from([0x00, 0x01, 0x80]) },
      { key: 'x', value: '\u0000', headers: { ce_id: '\u0000', ce_type: ['a', 'b'] } },
      { key: 'x', value: '['.repeat(100_000) },
    )
    await world.say(buildTargetReport({ ...world.office }))
    await world.applied(world.target, 5n)
    expect(await readParked(world.pool)).toHaveLength(4)
    expect(await readCells(world.pool)).toHaveLength(1)
    expect(consumer.crashes).toEqual([])
  })
})
