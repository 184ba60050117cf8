import { buildPeriodClosed, buildPeriodFellDue } from '@lianxi/testkit/events-commitments'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createPool } from '../pool'
import { readStreamState } from '../readers/moment/stream-state'
import { rebuildBoard } from '../rebuild/rebuild'
import { createBoardWorld, type World } from '../testing/board-world'
import { judgeSubject } from './judge-subject'
import { runJudgeStep } from './run-judge'

let world: World
let worker: ReturnType<typeof createPool>
let admin: ReturnType<typeof createPool>
beforeAll(async () => {
  world = await createBoardWorld()
  worker = createPool(world.url('worker_app'), { max: 2 })
  admin = createPool(world.url('admin'), { max: 2 })
  return async () => {
    await Promise.all([worker.end(), admin.end()])
  }
})

async function judgeAll(): Promise<{ changed: number; failed: number }> {
  let changed = 0
  for (;;) {
    const step = await runJudgeStep(worker)
    if (step.kind === 'idle') return { changed, failed: step.failed }
    if (step.kind === 'busy') throw new Error('somebody else judges')
    changed += step.changed
  }
}

const rows = async (sql: string, parameters: unknown[] = []) =>
  (await admin.query<Record<string, unknown>>(sql, parameters)).rows
/** `subject region period status`, and what must not differ between two ways to the same board. */
const statuses = () =>
  rows(`SELECT to_jsonb(s) - 'valid_from' AS row FROM status s ORDER BY zone, subject, region, period`)
const statusOf = async (subject: string, period: string) =>
  (await rows(`SELECT * FROM status WHERE subject = $1 AND period = $2`, [subject, period]))[0]

const eventOf = async (subject: string) =>
  z
    .string()
    .parse(
      (await rows(`SELECT event_id FROM board.progress WHERE subject = $1 AND period = '2025Q3'`, [subject]))[0]
        ?.event_id,
    )
const T001 = (value: string, more: object = {}) => buildTargetReport({ ...more, content: { value } })

it('gives every cell a duty asks for a status, reported or not, and writes nothing where nothing changed', async () => {
  expect((await judgeAll()).changed).toBe(8)
  const cells = await rows(`SELECT count(*)::int AS n FROM board.progress WHERE state <> 'waiting'`)
  expect(await rows('SELECT count(*)::int AS n FROM status')).toEqual(cells)
  expect(await statusOf('DQ-145-T002', '2025Q3')).toMatchObject({
    ...{ status: 'not-due', computed: 'not-due', attribute: 'binding', rule_set: 0, event_id: null, override: null },
  })
  const clock = await rows('SELECT last_stamp FROM board_clock')
  expect(await judgeAll()).toEqual({ changed: 0, failed: 0 })
  expect(await rows('SELECT last_stamp FROM board_clock')).toEqual(clock)
})

it('judges again what an event touches, tells open pages the stamp, and keeps what was said before', async () => {
  const listener = await admin.connect()
  const heard: string[] = []
  listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
  const said = world.say(T001('999'))
  await world.settle()
  await listener.query('LISTEN board')
  expect((await judgeAll()).changed).toBe(1)
  const row = await statusOf('XQ-145-T001', '2025Q3')
  expect(row).toMatchObject({ event_id: said.id })
  expect(row?.status).not.toBe('not-due')
  await listener.query('SELECT')
  const stamp =
    await rows(`SELECT valid_from::text AS at, (SELECT last_stamp FROM board_clock)::text AS last FROM status
    WHERE subject = 'XQ-145-T001' AND period = '2025Q3'`)
  expect(stamp[0]?.at).toBe(stamp[0]?.last)
  expect(heard).toHaveLength(1)
  listener.release(true)
  const { stamp: drawn } = await readStreamState(world.prisma, 'Z-PX')
  expect(drawn, 'a page drawn now has nothing new to be told').toBe(heard[0])

  world.say(buildPeriodFellDue(), { source: 'Z-PX-LXB' })
  await world.settle()
  await judgeAll()
  expect(await statusOf('DQ-145-T002', '2025Q3')).toMatchObject({ status: 'not-reported', event_id: null })
  expect(await rows(`SELECT status FROM status_history WHERE subject = 'DQ-145-T002' AND period = '2025Q3'`)).toEqual([
    { status: 'not-due' },
  ])
})

it('loses nothing when it is killed between reading and writing', async () => {
  world.say(T001('998', { revision: 2, replaces: await eventOf('XQ-145-T001'), correctionReason: '更正' }))
  await world.settle()
  const before = { statuses: await statuses(), judge: await rows('SELECT * FROM judge') }
  const board = await admin.connect()
  await board.query('BEGIN; SELECT FROM board_clock FOR UPDATE')
  // Caught from the start: it may end before we come to wait for it.
  const killed = expect(runJudgeStep(worker)).rejects.toThrow()
  const blocked = await waitFor(
    'the judge to wait for the board',
    () =>
      rows(`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%UPDATE board_clock%'
      AND wait_event_type = 'Lock'`),
    (found) => found.length === 1,
  )
  await admin.query('SELECT pg_terminate_backend($1)', [blocked[0]?.pid])
  await killed
  await board.query('ROLLBACK')
  board.release()
  expect({ statuses: await statuses(), judge: await rows('SELECT * FROM judge') }).toEqual(before)
  expect((await judgeAll()).changed).toBe(1)
  expect((await statusOf('XQ-145-T001', '2025Q3'))?.event_id).toBe(await eventOf('XQ-145-T001'))
})

it('judges one at a time', async () => {
  const other = await admin.connect()
  await other.query('BEGIN; SELECT pg_advisory_xact_lock(5104030)')
  expect(await runJudgeStep(worker)).toEqual({ kind: 'busy' })
  await other.query('ROLLBACK')
  other.release()
})

it('leaves one subject on which the rules fail, judges the others, and tries it again with its next news', async () => {
  const ill: typeof judgeSubject = (subject, rules) => {
    if (subject.subject === 'DQ-145-T002') throw new Error('a fault of ours')
    return judgeSubject(subject, rules)
  }
  world.say(buildPeriodClosed(), { source: 'Z-PX-LXB' })
  world.say(buildPeriodFellDue({ period: '2025Q2', dueAt: '2025-07-15T10:00:00.000Z' }), { source: 'Z-PX-LXB' })
  await world.settle()
  expect(await runJudgeStep(worker, ill)).toMatchObject({
    subjects: 2,
    failures: [{ key: { zone: 'Z-PX', subject: 'DQ-145-T002' } }],
  })
  expect(await judgeAll()).toMatchObject({ changed: 0, failed: 1 })
  world.say(buildTargetReport({ subject: 'DQ-145-T002', region: '510402', body: '510402-FGJ' }), {
    source: '510402-FGJ',
  })
  await world.settle()
  expect((await judgeAll()).failed).toBe(0)
  expect((await statusOf('DQ-145-T002', '2025Q2'))?.status).toBe('not-reported')
})

it('judges a rebuilt board anew and finds the same; a rebuild compares what was folded, not what was judged', async () => {
  const before = await statuses()
  const result = await rebuildBoard({
    ...{ url: world.url('migrator'), swap: true, signal: new AbortController().signal, onProgress: () => undefined },
  })
  expect(result).toMatchObject({ kind: 'compared', swapped: true })
  expect(await judgeAll()).toEqual({ changed: 0, failed: 0 })
  expect(await statuses()).toEqual(before)
  await admin.query('DELETE FROM status; UPDATE judge SET judged_to = NULL')
  await judgeAll()
  expect(await statuses()).toEqual(before)
})

it('has one status at any moment', async () => {
  expect(
    await rows(`
      SELECT a.subject FROM status_history a JOIN status_history b USING (zone, subject, region, period)
      WHERE a.valid <> b.valid AND a.valid && b.valid
      UNION ALL SELECT a.subject FROM status_history a JOIN status s USING (zone, subject, region, period)
      WHERE upper(a.valid) > s.valid_from
      UNION ALL SELECT subject FROM status_history WHERE isempty(valid) OR upper_inf(valid) OR lower_inf(valid)`),
  ).toEqual([])
  expect((await rows('SELECT count(*)::int AS n FROM status_history'))[0]?.n).toBeGreaterThan(3)
})
