import { histories, interleave, picks, TOPICS, ZONE, type TopicName } from '@lianxi/domain/board/testing/histories'
import { regionTopic, zoneTopic } from '@lianxi/schema/topics'
import { buildPeriodClosed, buildPeriodFellDue } from '@lianxi/testkit/events-commitments'
import { buildReportConfirmed, buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { applyChunk } from '../apply/apply-chunk'
import { createPool } from '../pool'
import { createBoardWorld, type World } from '../testing/board-world'
import { createMessageLog } from '../testing/message-log'
import { createMigratedDatabase } from '../testing/migrated-database'
import { rebuildBoard, type RebuildOptions } from './rebuild'

const rebuild = (url: string, options: Partial<RebuildOptions> = {}) =>
  rebuildBoard({ url, swap: false, signal: new AbortController().signal, onProgress: () => undefined, ...options })

async function compared(url: string, options: Partial<RebuildOptions> = {}) {
  const result = await rebuild(url, options)
  if (result.kind !== 'compared') throw new Error(`the rebuild ended with ${result.kind}`)
  return result
}

const differing = async (url: string, options: Partial<RebuildOptions> = {}) =>
  (await compared(url, options)).tables.filter(({ differing }) => differing > 0)

const DONGQU = (revision: number) =>
  buildTargetReport({ subject: 'DQ-145-T002', region: '510402', body: '510402-FGJ', revision })

/** What PostgreSQL knows of the board's tables besides their rows. */
const DEFINITION = `
  SELECT 'index' AS what, indexdef AS is FROM pg_indexes WHERE schemaname = 'board'
  UNION ALL SELECT 'right', concat_ws(' ', table_name, grantee, privilege_type) FROM information_schema.table_privileges
  WHERE table_schema = 'board'
  UNION ALL SELECT 'schema', array_to_string(nspacl, ' ') FROM pg_namespace WHERE nspname = 'board'
  UNION ALL SELECT 'check', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
  WHERE connamespace = 'board'::regnamespace
  UNION ALL SELECT 'column', concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default,
    datetime_precision, numeric_precision, numeric_scale) FROM information_schema.columns WHERE table_schema = 'board'
  ORDER BY 1, 2`

describe('a zone with four regions', () => {
  let world: World
  let admin: ReturnType<typeof createPool>
  let owner: ReturnType<typeof createPool>
  const url = () => world.url('migrator')
  const rows = async (sql: string) => (await admin.query<Record<string, unknown>>(sql)).rows
  const schemas = () => rows(`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'board%' ORDER BY 1`)
  beforeAll(async () => {
    world = await createBoardWorld()
    admin = createPool(world.url('admin'), { max: 2 })
    owner = createPool(url(), { max: 1 })
    const first = world.say(buildTargetReport(), { time: '2025-10-10T02:00:00Z' })
    await world.settle()
    world.say(buildReportReturned({ report: first.id }), { source: 'Z-PX-LXB' })
    world.say(buildPeriodFellDue(), { source: 'Z-PX-LXB' })
    await world.settle()
    const second = world.say(
      buildTargetReport({ revision: 2, replaces: first.id, correctionReason: '更正', content: { value: '161' } }),
    )
    world.say(buildTargetReport({ subject: 'XQ-145-T999' }))
    await world.settle()
    world.say(buildReportConfirmed({ report: second.id }), { source: 'Z-PX-LXB' })
    world.say(buildPeriodClosed(), { source: 'Z-PX-LXB' })
    await world.settle()
    return async () => {
      await Promise.all([admin.end(), owner.end()])
    }
  })

  it('gives every row and every history back, and leaves the board as it was', async () => {
    const before = await rows('SELECT *, xmin FROM board.progress ORDER BY subject, region, period')
    const { tables, swapped, events } = await compared(url())
    expect(tables.filter(({ differing }) => differing > 0)).toEqual([])
    expect(swapped).toBe(false)
    expect(events).toBe(Number((await rows('SELECT count(*) AS n FROM ingested_event'))[0]?.n))
    expect(tables.find(({ table }) => table === 'progress_history')?.rows).toBeGreaterThan(3)
    expect(tables.map(({ table }) => table)).toEqual(
      (await rows(`SELECT tablename FROM pg_tables WHERE schemaname = 'board' ORDER BY 1`)).map((row) => row.tablename),
    )
    expect(await rows('SELECT *, xmin FROM board.progress ORDER BY subject, region, period')).toEqual(before)
    expect(await schemas()).toEqual([{ nspname: 'board' }])
  })

  it('names what was changed by hand, and a swap mends it under the same rights, keys and names', async () => {
    const definition = await rows(DEFINITION)
    await admin.query(`UPDATE board.progress SET value = 999 WHERE subject = 'XQ-145-T001' AND period = '2025Q3'`)
    await admin.query(`DELETE FROM board.item WHERE code = 'L-510402-DQ-145-T002'`)
    await admin.query(`DELETE FROM board.verdict_history`)
    await admin.query(`INSERT INTO board.fact VALUES ('Z-PX', 'plan', 'FORGED', '{}', gen_random_uuid(), now())`)
    const found = await differing(url())
    expect(found.map(({ table, differing }) => [table, differing])).toEqual([
      ['fact', 1],
      ['item', 1],
      ['progress', 1],
      ['verdict_history', 1],
    ])
    expect(found[0]?.differences[0]).toMatchObject({ key: ['Z-PX', 'plan', 'FORGED'], rebuilt: null })
    expect(found[1]?.differences[0]).toMatchObject({ key: ['Z-PX', 'L-510402-DQ-145-T002'], stands: null })
    expect(found[2]?.differences[0]).toMatchObject({
      key: ['Z-PX', 'XQ-145-T001', '510403', '2025Q3'],
      stands: { value: 999 },
      rebuilt: { value: 161 },
    })

    const listener = await admin.connect()
    const heard = new Promise((resolve) => listener.on('notification', ({ payload }) => resolve(payload)))
    await listener.query('LISTEN board')
    const web = () => world.prisma.progress.findFirst({ where: { subject: 'XQ-145-T001', period: '2025Q3' } })
    expect(Number((await web())?.value)).toBe(999)
    expect((await compared(url(), { swap: true })).swapped).toBe(true)
    expect(Number((await web())?.value)).toBe(161)
    expect(await heard).toEqual(expect.stringMatching(/Z$/))
    listener.release(true)
    expect(await differing(url())).toEqual([])
    expect(await rows(DEFINITION)).toEqual(definition)
    expect(await schemas()).toEqual([{ nspname: 'board' }])

    world.say(DONGQU(1), { source: '510402-FGJ' })
    await world.settle()
    expect(await rows(`SELECT state FROM board.progress WHERE subject = 'DQ-145-T002' AND period = '2025Q3'`)).toEqual([
      { state: 'reported' },
    ])
    expect(await differing(url())).toEqual([])
  })

  it('goes on where a killed one left its tables, and refuses a second one beside it', async () => {
    await owner.query('CREATE SCHEMA board_next; CREATE TABLE board_next.progress (x int); CREATE SCHEMA board_old')
    let second: Promise<unknown> | undefined
    const first = await compared(url(), { onProgress: () => void (second ??= rebuild(url())) })
    expect(first.tables.every(({ differing }) => differing === 0)).toBe(true)
    expect(await second).toEqual({ kind: 'busy' })
    expect(await schemas()).toEqual([{ nspname: 'board' }])
  })

  it('waits for no migration, and none begins beside it', async () => {
    const migration = await admin.connect()
    await migration.query('SELECT pg_advisory_lock(72707369)')
    expect(await rebuild(url())).toEqual({ kind: 'migrating' })
    await migration.query('SELECT pg_advisory_unlock(72707369)')
    migration.release()
  })

  it('takes everything back when it is cancelled', async () => {
    const cancel = new AbortController()
    expect(await rebuild(url(), { swap: true, signal: cancel.signal, onProgress: () => cancel.abort() })).toEqual({
      kind: 'cancelled',
    })
    expect(await schemas()).toEqual([{ nspname: 'board' }])
  })

  it('folds what the stream brings meanwhile, and holds up no writer', async () => {
    let revision = 0
    let running = true
    const writing = (async () => {
      for (; running; revision += 1) {
        world.say(DONGQU(revision + 1), { source: '510402-FGJ' })
        await world.settle()
      }
    })()
    onTestFinished(() => void (running = false))
    expect(await differing(url())).toEqual([])
    expect(await differing(url(), { swap: true })).toEqual([])
    running = false
    await writing
    expect(revision).toBeGreaterThan(5)
    expect(await differing(url())).toEqual([])
  })

  it('says which chunk has lost an event, and leaves the board alone', async () => {
    await admin.query(`DELETE FROM ingested_event WHERE subject = 'XQ-145-T999'`)
    await expect(rebuild(url(), { swap: true })).rejects.toThrow(/has \d+ events, but \d+ are in ingested_event/)
    expect(await schemas()).toEqual([{ nspname: 'board' }])
  })
})

const TOPIC_NAMES: Record<TopicName, string> = {
  plan: zoneTopic(ZONE, 'plan'),
  meeting: zoneTopic(ZONE, 'meeting'),
  target: regionTopic('510403', 'target'),
  project: regionTopic('510403', 'project'),
}

it('gives back any history, however its topics came', async () => {
  const database = await createMigratedDatabase()
  const pool = createPool(database.url('worker_app'), { max: 2 })
  onTestFinished(() => pool.end())
  let offsets: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(histories, picks, fc.integer({ min: 1, max: 8 }), async (history, order, size) => {
      const log = createMessageLog()
      for (const topic of TOPICS)
        for (const { id, occurredAt, event } of history[topic]) log.say(event, { id, time: occurredAt })
      offsets = {}
      const arrivals = interleave(history, order)
      for (let at = 0; at < arrivals.length;) {
        const topic = arrivals[at]?.topic ?? 'plan'
        let run = 1
        while (run < size && arrivals[at + run]?.topic === topic) run += 1
        const from = offsets[topic] ?? 0
        await applyChunk(pool, log.chunk(TOPIC_NAMES[topic], from, from + run))
        offsets[topic] = from + run
        at += run
      }
      expect(await differing(database.url('migrator'))).toEqual([])
      const owner = createPool(database.url('admin'), { max: 1 })
      await owner.query(`DO $$ DECLARE t text; BEGIN
        FOR t IN SELECT format('board.%I', tablename) FROM pg_tables WHERE schemaname = 'board' LOOP EXECUTE 'TRUNCATE ' || t; END LOOP; END $$;
        TRUNCATE ingested_event, chunk, consumer_offset, parked_message`)
      await owner.end()
    }),
    { numRuns: 8 },
  )
}, 120_000)
