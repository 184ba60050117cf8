import { createPool } from '@lianxi/db/pool'
import { createMigratedDatabase } from '@lianxi/db/testing/migrated-database'
import { buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import { describe, expect, test } from 'vitest'
import { readBoard, readParked } from '../testing/board'
import { runCommand } from '../testing/command'
import { encodedBy } from '../testing/message'
import { planOf } from '../testing/plan'
import { nextOffsetOf, openWorld, type World } from '../testing/world'

/** Reports, poison and a repetition; then every topic of the world is gone and an empty one stands in its place. */
async function loseKafka(world: World) {
  const { office } = world
  const consumer = world.startConsumer()
  await world.say(...planOf(office))
  const first = await world.sayAs({}, buildTargetReport({ ...office }))
  await world.sayAs({ id: first, time: '2025-10-01T00:00:00.000Z' }, buildTargetReport({ ...office }))
  await world.sendRaw(world.target, { key: 'XQ-145-T001', value: 'not JSON', headers: { odd: Buffer.from([0xff, 0]) } })
  await world.sayAs({ id: first }, buildTargetReport({ ...office, period: '2025Q2' }))
  // Said by a region's own system, which writes its JSON in its own way.
  const own = encodedBy(office, buildTargetReport({ ...office, period: '2025Q2' }))
  await world.sendRaw(world.target, { ...own, value: JSON.stringify(JSON.parse(own.value), null, 2) })
  await world.say(buildReportReturned({ region: office.region, report: first }))
  await Promise.all([world.applied(world.plan, 10n), world.applied(world.target, 5n), world.applied(world.meeting, 1n)])
  await consumer.stop()
  const { plan, meeting, target, project } = world
  await world.removeAndForget(plan, meeting, target, project)
  await world.create(plan, meeting, target, project)
}

const republish = (world: World) => runCommand(world, world.migratorUrl, 'rebuild', '--to-kafka')

describe('29 · Kafka is lost, the database is left', () => {
  test('the topics come back at their offsets: the worker goes on, and Kafka alone would give the same board', async () => {
    const world = await openWorld()
    await loseKafka(world)
    const board = await readBoard(world.pool)

    const sent = await republish(world)
    expect(sent, sent.output).toMatchObject({ code: 0 })
    expect(sent.output).toContain('16 消息 messages')
    expect((await republish(world)).output).toContain('0 消息 messages')

    const consumer = world.startConsumer({ group: `${world.group}-after` })
    await world.say(buildTargetReport({ ...world.office, period: '2025Q1' }))
    await world.applied(world.target, 6n)
    expect(consumer.status.halted).toEqual(new Map())
    await consumer.stop()
    expect(await readBoard(world.pool)).not.toEqual(board)

    const database = await createMigratedDatabase()
    const empty = createPool(database.url('admin'), { max: 2 })
    world.endWith(() => empty.end())
    expect(await runCommand(world, database.url('migrator'), 'rebuild', '--from-kafka')).toMatchObject({ code: 0 })
    expect(await readBoard(empty)).toEqual(await readBoard(world.pool))
    expect(await readParked(empty)).toEqual(await readParked(world.pool))
  })

  test('what was published and never read goes out again; beside a worker nothing is done', async () => {
    const world = await openWorld()
    await loseKafka(world)
    const [unread] = await world.enqueue(buildTargetReport({ ...world.office, period: '2025Q1' }))
    await world.pool.query('UPDATE outbox SET published_at = now()')
    const worker = createPool(world.databaseUrl, { max: 1, applicationName: 'lianxi-relay' })
    const held = await worker.connect()
    expect((await republish(world)).output).toContain('worker 正在运行')
    held.release()
    await worker.end()

    expect((await republish(world)).output).toContain('1 待重新发布')
    const { rows } = await world.pool.query('SELECT event_id FROM outbox WHERE published_at IS NULL')
    expect(rows).toEqual([{ event_id: unread?.id }])
  })

  test('a topic in which somebody else has written is left alone', async () => {
    const world = await openWorld()
    await loseKafka(world)
    await world.say(buildTargetReport({ ...world.office, subject: 'XQ-145-T009' }))
    const refused = await republish(world)
    expect(refused.code).toBe(1)
    expect(refused.output).toContain(`${world.target} 中已有其他消息`)
    expect(await nextOffsetOf(world.pool, world.target)).toBe(5n)
  })
})
