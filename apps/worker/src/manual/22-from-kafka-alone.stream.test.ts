import { createPool } from '@lianxi/db/pool'
import { createMigratedDatabase } from '@lianxi/db/testing/migrated-database'
import { buildPeriodClosed, buildPeriodFellDue } from '@lianxi/testkit/events-commitments'
import {
  buildProjectReport,
  buildReportConfirmed,
  buildReportReturned,
  buildTargetReport,
} from '@lianxi/testkit/events-reports'
import { describe, expect, test } from 'vitest'
import { readBoard, readParked } from '../testing/board'
import { runCommand } from '../testing/command'
import { planOf } from '../testing/plan'
import { openWorld, type World } from '../testing/world'

/** A region's story on all four topics, poison and a repetition included, read by a worker as it happened. */
async function live(world: World) {
  const { office } = world
  const consumer = world.startConsumer()
  await world.say(...planOf(office))
  await world.applied(world.plan, 10n)
  const first = await world.sayAs({}, buildTargetReport({ ...office }))
  await world.applied(world.target, 1n)
  await world.say(buildReportReturned({ region: office.region, report: first }))
  const correction = buildTargetReport({ ...office, replaces: first, revision: 2, correctionReason: '口径调整' })
  const second = await world.sayAs({}, correction)
  await world.sayAs({ id: second }, correction)
  await world.sendRaw(world.target, { key: 'XQ-145-T001', value: 'not JSON' })
  await world.say(buildTargetReport({ ...office, period: '2025Q2' }), buildProjectReport({ ...office }))
  await world.say(buildReportConfirmed({ region: office.region, report: second }))
  await world.say(buildPeriodFellDue(), buildPeriodClosed())
  await Promise.all([
    world.applied(world.plan, 12n),
    world.applied(world.target, 5n),
    world.applied(world.project, 1n),
    world.applied(world.meeting, 2n),
  ])
  await consumer.stop()
}

/** A current row begins when the last event that changed it was stored by the broker. */
const BEGINS_WITH_ITS_EVENT = `
  SELECT count(*) AS rows, count(*) FILTER (WHERE p.valid_from - e.appended_at BETWEEN '0' AND interval '1 ms') AS own
  FROM board.subject p JOIN ingested_event e ON e.event_id = p.event_id`

describe('22 · the database is lost, Kafka is left', () => {
  test('every current row comes back, under the moments of the messages, and the worker goes on', async () => {
    const world = await openWorld()
    await live(world)
    const database = await createMigratedDatabase()
    const empty = createPool(database.url('admin'), { max: 2 })
    world.endWith(() => empty.end())

    const restored = await runCommand(world, database.url('migrator'), 'rebuild', '--from-kafka')
    expect(restored).toMatchObject({ code: 0 })
    expect(restored.output).toContain('18 事件 events, 1 待处理 parked')
    expect(await readBoard(empty)).toEqual(await readBoard(world.pool))
    expect(await readParked(empty)).toEqual(await readParked(world.pool))
    expect((await empty.query(BEGINS_WITH_ITS_EVENT)).rows).toEqual([{ rows: '1', own: '1' }])

    const consumer = world.startConsumer({ databaseUrl: database.url('worker_app'), group: `${world.group}-after` })
    await world.say(buildTargetReport({ ...world.office, period: '2025Q1' }))
    await world.applied(world.target, 6n, empty)
    expect(consumer.status.halted.size).toBe(0)
    expect(await runCommand(world, database.url('migrator'), 'rebuild', '--verify')).toMatchObject({ code: 0 })
  })

  test('killed half-way it goes on; beside a worker it refuses', async () => {
    const world = await openWorld()
    await live(world)
    const database = await createMigratedDatabase()
    const partly = createPool(database.url('admin'), { max: 2, applicationName: 'lianxi-consumer' })
    const before = world.startConsumer({
      databaseUrl: database.url('worker_app'),
      filter: (name) => name === world.target,
    })
    await world.applied(world.target, 5n, partly)
    await before.stop()

    const worker = await partly.connect() // held: an idle connection is closed after a while, a worker's is not
    const refused = await runCommand(world, database.url('migrator'), 'rebuild', '--from-kafka')
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('worker 正在运行')
    worker.release()
    await partly.end()
    const restored = await runCommand(world, database.url('migrator'), 'rebuild', '--from-kafka')
    expect(restored).toMatchObject({ code: 0 })
    const after = createPool(database.url('admin'), { max: 1 })
    world.endWith(() => after.end())
    expect(await readBoard(after)).toEqual(await readBoard(world.pool))
  })
})
