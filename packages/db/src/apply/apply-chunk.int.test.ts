import { buildDutyAssigned, buildPeriodFellDue, buildPeriodOpened } from '@lianxi/testkit/events-commitments'
import { buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeEach, expect, it } from 'vitest'
import { createMessageLog, type MessageLog } from '../testing/message-log'
import { openPools } from '../testing/open-pools'
import { applyChunk } from './apply-chunk'

const { pool, admin } = await openPools()
let log: MessageLog
beforeEach(async () => {
  log = createMessageLog()
  await admin.query(`TRUNCATE ingested_event, chunk, consumer_offset, parked_message, message_attempt, board.duty,
    board.period, board.progress, board.progress_history, board.verdict, board.verdict_history, board.duty_history,
    board.period_history`)
})

const TARGET = 'lianxi.510403.target.v1'
const PLAN = 'lianxi.Z-PX.plan.v1'
const MEETING = 'lianxi.Z-PX.meeting.v1'
const cells = async () =>
  (await admin.query<Record<string, unknown>>('SELECT * FROM board.progress ORDER BY subject, period')).rows
const count = async (table: string) =>
  Number((await admin.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n)
const parked = async () =>
  (
    await admin.query<{ offset: string; reason: string }>(
      'SELECT "offset", reason FROM parked_message ORDER BY "offset"',
    )
  ).rows

it('puts a report on the board: duty, period, report and verdict meet in one cell', async () => {
  log.say(buildDutyAssigned())
  log.say(buildPeriodOpened())
  expect(await applyChunk(pool, log.chunk(PLAN))).toMatchObject({ kind: 'applied', events: 2, nextOffset: 2n })
  expect(await cells()).toMatchObject([{ state: 'pending', body: '510403-FGJ', reports: 0 }])
  const { id } = log.say(buildTargetReport())
  const applied = await applyChunk(pool, log.chunk(TARGET))
  expect(applied).toMatchObject({ kind: 'applied', events: 1, parked: 0, duplicates: 0, gap: false })
  expect(await cells()).toMatchObject([{ state: 'reported', value: '160.500000', event_id: id, late: false }])
  log.say(buildReportReturned({ report: id }))
  await applyChunk(pool, log.chunk(MEETING))
  expect(await cells()).toMatchObject([{ state: 'returned', confirmed: false }])
  log.say(buildPeriodFellDue())
  await applyChunk(pool, log.chunk(PLAN, 2))
  expect(await cells()).toMatchObject([{ state: 'returned' }])
  expect(await count('board.progress_history')).toBe(2)
})

it('stores what an event says the same, however its numbers and letters are written', async () => {
  for (const [n, revision] of ['1', '1.0', '1e0', '1E+0', '10e-1'].entries()) {
    const { message } = log.say(buildTargetReport({ subject: `XQ-145-T00${n}`, reportedBy: '甲' }))
    const text = String(message.value).replace('"revision":1', `"revision" : ${revision}`)
    message.value = Buffer.from(n === 1 ? text.replace('甲', '\\u7532') : text)
  }
  expect(await applyChunk(pool, log.chunk(TARGET))).toMatchObject({ kind: 'applied', events: 5, parked: 0 })
  const stored = await admin.query<{ data: string }>(
    `SELECT DISTINCT (data - 'subject')::text AS data FROM ingested_event`,
  )
  expect(stored.rows).toHaveLength(1)
  expect(JSON.parse(stored.rows[0]?.data ?? '')).toMatchObject({ revision: 1 })
})

it('applies a redelivered batch once', async () => {
  log.say(buildTargetReport())
  log.say(buildTargetReport({ period: '2025Q2' }))
  await applyChunk(pool, log.chunk(TARGET))
  const before = await cells()
  expect(await applyChunk(pool, log.chunk(TARGET))).toEqual({ kind: 'nothing', nextOffset: 2n })
  log.say(buildTargetReport({ period: '2025Q1' }))
  expect(await applyChunk(pool, log.chunk(TARGET))).toMatchObject({ kind: 'applied', events: 1, nextOffset: 3n })
  expect((await cells()).slice(1)).toEqual(before)
  expect(await count('ingested_event')).toBe(3)
})

it('knows an event again at a new offset, in the same chunk and later', async () => {
  const { message } = log.say(buildTargetReport())
  log.append(TARGET, message)
  expect(await applyChunk(pool, log.chunk(TARGET))).toMatchObject({ events: 1, duplicates: 1, parked: 0 })
  log.append(TARGET, message)
  expect(await applyChunk(pool, log.chunk(TARGET, 2))).toMatchObject({ events: 0, duplicates: 1, nextOffset: 3n })
  expect(await cells()).toMatchObject([{ reports: 1, conflict: false }])
})

it('parks an id used for other content, in the same chunk and later', async () => {
  const { id } = log.say(buildTargetReport())
  log.say(buildTargetReport({ content: { value: '999' } }), { id })
  expect(await applyChunk(pool, log.chunk(TARGET))).toMatchObject({ events: 1, parked: 1 })
  log.say(buildTargetReport({ content: { value: '888' } }), { id })
  expect(await applyChunk(pool, log.chunk(TARGET, 2))).toMatchObject({ events: 0, parked: 1, duplicates: 0 })
  expect(await parked()).toEqual([
    { offset: '1', reason: 'id-reused' },
    { offset: '2', reason: 'id-reused' },
  ])
  expect(await cells()).toMatchObject([{ value: '160.500000', reports: 1 }])
})

it('does not take an honest repeat for the impostor because both come in one chunk', async () => {
  const { id, message } = log.say(buildTargetReport())
  await applyChunk(pool, log.chunk(TARGET))
  log.say(buildTargetReport({ content: { value: '999' } }), { id })
  log.append(TARGET, message)
  expect(await applyChunk(pool, log.chunk(TARGET, 1))).toMatchObject({ events: 0, parked: 1, duplicates: 1 })
  expect(await parked()).toEqual([{ offset: '1', reason: 'id-reused' }])
  log.append(TARGET, message)
  expect(await applyChunk(pool, log.chunk(TARGET, 2))).toMatchObject({ parked: 0, duplicates: 1, nextOffset: 4n })
})

it('parks poison in mid-batch, whatever its bytes, and applies what is around it', async () => {
  log.say(buildTargetReport())
  log.append(TARGET, { value: Buffer.from([0xff, 0x00]), headers: { 'a\u0000': [Buffer.from([0xff]), 'x\u0000'] } })
  log.append(TARGET, {})
  log.say(buildTargetReport({ region: '510402', body: '510402-FGJ' }), { source: '510402-FGJ' })
  const stranger = log.messages('lianxi.510402.target.v1')[0]
  if (stranger === undefined) throw new Error('no message')
  log.append(TARGET, stranger)
  log.say(buildTargetReport({ period: '2025Q2' }))
  expect(await applyChunk(pool, log.chunk(TARGET))).toMatchObject({ events: 2, parked: 3, nextOffset: 5n })
  expect(await parked()).toMatchObject([
    { offset: '1', reason: 'bad-header' },
    { offset: '2', reason: 'bad-header' },
    { offset: '3', reason: 'foreign-region' },
  ])
  expect(await cells()).toHaveLength(2)
})

it('asks to seek at a gap, and accepts it when told so', async () => {
  for (const period of ['2025Q1', '2025Q2', '2025Q3']) log.say(buildTargetReport({ period }))
  await applyChunk(pool, log.chunk(TARGET, 0, 1))
  expect(await applyChunk(pool, log.chunk(TARGET, 2))).toEqual({ kind: 'gap', nextOffset: 1n })
  const accepted = await applyChunk(pool, { ...log.chunk(TARGET, 2), acceptGap: true })
  expect(accepted).toMatchObject({ kind: 'applied', gap: true, nextOffset: 3n })
  expect((await admin.query('SELECT gaps FROM consumer_offset')).rows).toEqual([{ gaps: 1 }])
})

it('tells a recreated topic from an old delivery of the same one', async () => {
  for (const period of ['2025Q1', '2025Q2', '2025Q3']) log.say(buildTargetReport({ period }))
  const old = { ...log.chunk(TARGET, 0, 1), highWatermark: 1n }
  await applyChunk(pool, log.chunk(TARGET))
  expect(await applyChunk(pool, old)).toEqual({ kind: 'nothing', nextOffset: 3n })
  const recreated = createMessageLog()
  recreated.say(buildTargetReport({ period: '2024Q4' }))
  expect(await applyChunk(pool, recreated.chunk(TARGET))).toEqual({ kind: 'recreated', nextOffset: 3n })
  expect(await count('ingested_event')).toBe(3)
})

it('gives stamps in commit order, with microseconds, even while the clock stands still', async () => {
  await admin.query(`INSERT INTO demo_clock VALUES (1, '2045-01-01T00:00:00Z')`)
  const stamps: string[] = []
  for (const period of ['2025Q1', '2025Q2', '2025Q3']) {
    const { message } = log.say(buildTargetReport({ period }))
    const result = await applyChunk(pool, log.chunk(TARGET, Number(message.offset)))
    if (result.kind === 'applied') stamps.push(result.stamp)
  }
  await admin.query('DELETE FROM demo_clock')
  expect(stamps).toEqual(['2045-01-01T00:00:00.000000Z', '2045-01-01T00:00:00.000001Z', '2045-01-01T00:00:00.000002Z'])
})
