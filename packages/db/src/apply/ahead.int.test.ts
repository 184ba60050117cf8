import { buildDutyAssigned, buildPeriodOpened } from '@lianxi/testkit/events-commitments'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildProjectReport, buildTargetReport } from '@lianxi/testkit/events-reports'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { waitFor } from '@lianxi/testkit/wait-for'
import { beforeEach, expect, it } from 'vitest'
import { emptyBoard } from '../testing/board-rows'
import { createMessageLog, type MessageLog } from '../testing/message-log'
import { openPools } from '../testing/open-pools'
import { applyChunk } from './apply-chunk'

/** Cells are derived before the board is taken: what another topic says in between must not be lost. */
const PLAN = 'lianxi.Z-PX.plan.v1'
const TARGET = 'lianxi.510403.target.v1'
const PROJECT = 'lianxi.510403.project.v1'
const { pool, admin } = await openPools()
let log: MessageLog
beforeEach(async () => {
  log = createMessageLog()
  applied.clear()
  await emptyBoard(admin)
  for (const event of [buildTargetListed(), buildPeriodOpened()]) log.say(event)
  await applyNext(PLAN)
})

const applied = new Map<string, number>()
async function applyNext(topic: string): Promise<void> {
  const from = applied.get(topic) ?? 0
  const result = await applyChunk(pool, log.chunk(topic, from))
  expect(result).toMatchObject({ kind: 'applied', parked: 0 })
  applied.set(topic, log.messages(topic).length)
}

const waiting = async (): Promise<number> => {
  const { rows } = await admin.query<{ n: number }>(`
    SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%UPDATE board_clock%'`)
  return rows[0]?.n ?? 0
}

/** Both have derived and wait for the board; it is given up to the one that asked first. */
async function atOnce(first: { topic: string; event: LianxiEvent }, second: typeof first): Promise<void> {
  const blocker = await admin.connect()
  await blocker.query('BEGIN; SELECT FROM board_clock FOR UPDATE')
  const applying: Promise<void>[] = []
  for (const { topic, event } of [first, second]) {
    log.say(event)
    applying.push(applyNext(topic))
    await waitFor('the chunk to wait for the board', waiting, (count) => count === applying.length)
  }
  await blocker.query('ROLLBACK')
  blocker.release()
  await Promise.all(applying)
}

type Row = { state: string; body: string; objections: string[]; reports: object; past: number }
async function cell(subject = 'XQ-145-T001'): Promise<Row> {
  const { rows } = await admin.query<Row>(
    `
    SELECT state, body, objections, report_state AS reports,
      (SELECT count(*)::int FROM board.progress_history h WHERE (h.subject, h.period) = (p.subject, p.period)) AS past
    FROM board.progress p WHERE subject = $1 AND region = '510403' AND period = '2025Q3'`,
    [subject],
  )
  expect(rows).toHaveLength(1)
  return rows[0] as Row
}

it('derives anew what was derived before the plan said what it is', async () => {
  const report = (period: string, value: string) =>
    buildTargetReport({ subject: 'XQ-145-T900', period, content: { value } })
  log.say(report('2025Q2', '201.6'))
  await applyNext(TARGET)
  const listed = buildTargetListed({ code: 'XQ-145-T900' }) // year to date: it may not fall
  await atOnce({ topic: PLAN, event: listed }, { topic: TARGET, event: report('2025Q3', '160.5') })
  expect(await cell('XQ-145-T900')).toMatchObject({ state: 'waiting', objections: ['year-to-date-falls'] })
})

it('derives anew what was derived before the plan asked for it', async () => {
  const report = buildTargetReport({ body: '510403-TJJ' })
  await atOnce({ topic: PLAN, event: buildDutyAssigned() }, { topic: TARGET, event: report })
  expect(await cell()).toMatchObject({ state: 'reported', body: '510403-FGJ', objections: ['wrong-body'] })
})

it('derives from what the plan says after a report that came first', async () => {
  await atOnce({ topic: TARGET, event: buildTargetReport() }, { topic: PLAN, event: buildDutyAssigned() })
  expect(await cell()).toMatchObject({ state: 'reported', objections: [], past: 1 })
})

it('keeps both when the two topics of a region report the same cell, new or known', async () => {
  log.say(buildDutyAssigned())
  await applyNext(PLAN)
  const project = buildProjectReport({ subject: 'XQ-145-T001' })
  await atOnce({ topic: TARGET, event: buildTargetReport() }, { topic: PROJECT, event: project })
  expect(await cell()).toMatchObject({ reports: { target: { count: 1 }, project: { count: 1 } }, past: 2 })
  const other = { subject: 'XQ-145-T777' }
  await atOnce({ topic: PROJECT, event: buildProjectReport(other) }, { topic: TARGET, event: buildTargetReport(other) })
  const { rows } = await admin.query<{ kinds: string[] }>(
    `SELECT ARRAY(SELECT jsonb_object_keys(report_state) ORDER BY 1) AS kinds FROM board.progress WHERE subject = 'XQ-145-T777'`,
  )
  expect(rows).toEqual([{ kinds: ['project', 'target'] }])
})
