import { applyChunk } from '@lianxi/db/apply/apply-chunk'
import { insertOutboxInTx } from '@lianxi/db/outbox/insert'
import { createPool } from '@lianxi/db/pool'
import { createMessageLog, type MessageLog } from '@lianxi/db/testing/message-log'
import { createMigratedDatabase } from '@lianxi/db/testing/migrated-database'
import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { DirectStream } from '../plan/direct-stream'
import { planEvents } from '../system/plan-events'
import { check, type Verdict } from './check'
import type { Receipts } from './receipts'

/**
 * The checker on a board the real write path made: clean as it is, and every way of spoiling it is told. Each spoiling
 * is rolled back.
 */
const PERIOD = { period: '2025Q1', opensAt: '2025-03-31T16:00:00.000Z', dueAt: '2025-04-15T10:00:00.000Z' }
let client: pg.Client
let receipts: Receipts
let ends: Map<string, number>

const bytes = (headers: Record<string, string | Buffer | (string | Buffer)[]>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.map(buffer) : buffer(value)]),
  )
const buffer = (value: string | Buffer): Buffer => Buffer.from(value)

/** What one region says, as its receipts and in the log. */
function publish(log: MessageLog, stream: DirectStream): Receipts {
  const said = {
    reports: [] as Receipts['reports'][number][],
    repeats: [] as Receipts['repeats'][number][],
    poison: [] as Receipts['poison'][number][],
  }
  for (let planned = stream.next(); planned !== undefined; planned = stream.next()) {
    const { topic } = stream
    const key = planned.key === null ? null : buffer(planned.key)
    const { offset: at } = log.append(topic, { key, headers: bytes(planned.headers), value: planned.value })
    const offset = Number(at)
    if (planned.what === 'report') said.reports.push({ ...planned.report, offset })
    else if (planned.what === 'repeat') said.repeats.push({ topic, offset, eventId: planned.eventId })
    else said.poison.push({ topic, offset, mark: planned.mark, reasons: planned.reasons })
  }
  return said
}

beforeAll(async () => {
  const database = await createMigratedDatabase()
  const log = createMessageLog()
  client = new pg.Client({ connectionString: database.url('admin') })
  await client.connect()
  const plan = planEvents('check')
  await insertOutboxInTx((sql, parameters) => client.query(sql, parameters), plan)
  await client.query('UPDATE outbox SET published_at = now()')
  for (const { topic, key, headers, value } of plan)
    log.append(topic, { key: buffer(key), headers: bytes(headers), value: buffer(value) })
  log.say({ type: 'lianxi.period.opened.v1', data: { ...PERIOD, closesAt: '2026-04-15T10:00:00.000Z' } })
  receipts = publish(log, new DirectStream('check', '510403', 'project', 2_000))
  const pool = createPool(database.url('worker_app'), { max: 2 })
  for (const topic of log.topics())
    for (let from = 0; from < log.messages(topic).length; from += 150)
      expect((await applyChunk(pool, log.chunk(topic, from, from + 150))).kind).toBe('applied')
  ends = new Map(log.topics().map((topic) => [topic, log.messages(topic).length]))
  await pool.end()
  return () => client.end()
})

const judge = (): Promise<Verdict> => check(client, receipts, ends)
const found = ({ checks }: Verdict) => checks.flatMap(({ findings }) => findings)

it('finds nothing in what the write path made of reports, repeats and poison', async () => {
  const verdict = await judge()
  expect(found(verdict)).toEqual([])
  expect(verdict.applied).toBe(2_000)
  expect(verdict.parked.total).toBe(receipts.poison.length)
  expect(receipts.poison.length).toBeGreaterThan(20)
  expect(receipts.repeats.length).toBeGreaterThan(20)
})

it('knows reports that collided and reports that say nothing changed', async () => {
  const { rows } = await client.query(
    `SELECT count(*) FILTER (WHERE conflict) > 0 AS conflicts, count(*) FILTER (WHERE nil) > 0 AS nils,
            count(*) FILTER (WHERE state = 'reported') > 0 AS asked, max(reports) > 3 AS corrected FROM board.progress`,
  )
  expect(rows).toEqual([{ conflicts: true, nils: true, asked: true, corrected: true }])
})

/** `some` is a report that was corrected later, `cell` a cell of the board. */
const SOME = `(SELECT event_id FROM ingested_event WHERE topic LIKE '%.project.v1' ORDER BY "offset" LIMIT 1)`
const CELL = `(zone, subject, region, period) = (SELECT zone, subject, region, period FROM board.progress
  WHERE reports > 2 ORDER BY subject, period LIMIT 1)`
const PAST = `ctid = (SELECT h.ctid FROM board.progress_history h JOIN board.progress_history g
  USING (zone, subject, region, period) WHERE upper(g.valid) = lower(h.valid) LIMIT 1)`

const BEGINNING = `ctid = (SELECT h.ctid FROM board.progress_history h WHERE event_id IS NOT NULL AND reports = 1 LIMIT 1)`

const SPOILINGS: [fault: 'lost' | 'double' | 'wrong', what: string, sql: string, told: string][] = [
  ['lost', 'a stored event is gone', `DELETE FROM ingested_event WHERE event_id = ${SOME}`, 'is not stored'],
  [
    'wrong',
    'an event nobody said',
    `UPDATE ingested_event SET event_id = gen_random_uuid() WHERE event_id = ${SOME}`,
    'acknowledged to nobody',
  ],
  [
    'wrong',
    'an event is stored from later than it was said',
    `UPDATE ingested_event SET "offset" = 90000 WHERE event_id = ${SOME}`,
    'acknowledged at',
  ],
  ['double', 'a report counts twice', `UPDATE board.progress SET reports = reports + 1 WHERE ${CELL}`, 'counts'],
  ['wrong', 'a report was not folded', `UPDATE board.progress SET reports = reports - 1 WHERE ${CELL}`, 'reports is'],
  [
    'wrong',
    'a figure differs',
    `UPDATE board.progress SET invested_total_wan = coalesce(invested_total_wan, 0) + 1 WHERE ${CELL}`,
    'investedTotalWan is',
  ],
  ['wrong', 'another report stands', `UPDATE board.progress SET event_id = ${SOME} WHERE ${CELL}`, 'event is'],
  [
    'wrong',
    'a conflict is not shown',
    `UPDATE board.progress SET conflict = NOT conflict WHERE ${CELL}`,
    'conflict is',
  ],
  ['wrong', 'a state differs', `UPDATE board.progress SET state = 'returned' WHERE ${CELL}`, 'state is'],
  ['lost', 'a cell is gone', `DELETE FROM board.progress WHERE ${CELL}`, 'is not on the board'],
  ['wrong', 'a duty shows nothing', `DELETE FROM board.progress WHERE event_id IS NULL`, 'without its cell'],
  [
    'lost',
    'poison is not parked',
    `DELETE FROM parked_message WHERE id = (SELECT min(id) FROM parked_message)`,
    'is not parked',
  ],
  [
    'double',
    'poison is parked twice',
    `INSERT INTO parked_message (topic, partition, "offset", reason, detail, headers, appended_at)
    SELECT topic, 1, "offset", reason, detail, headers, appended_at FROM parked_message LIMIT 1`,
    'parked twice',
  ],
  [
    'wrong',
    'poison has another reason',
    `UPDATE parked_message SET reason = 'unappliable' WHERE id = (SELECT min(id) FROM parked_message)`,
    'parked as',
  ],
  [
    'wrong',
    'a good report is parked',
    `INSERT INTO parked_message (topic, partition, "offset", reason, detail, headers, appended_at)
    SELECT topic, 0, 77777, reason, detail, '[]', appended_at FROM parked_message LIMIT 1`,
    'was no poison',
  ],
  ['wrong', 'the past has a gap', `DELETE FROM board.progress_history WHERE ${PAST}`, 'does not join'],
  [
    'wrong',
    'the past forgets its beginning',
    `DELETE FROM board.progress_history WHERE ${BEGINNING}`,
    'is not in its past',
  ],
  [
    'wrong',
    'a report came back',
    `UPDATE ingested_event SET "offset" = 90000 WHERE event_id = (SELECT event_id FROM board.progress_history
       WHERE event_id IS NOT NULL LIMIT 1)`,
    'fell back',
  ],
  [
    'wrong',
    'the past overlaps',
    `UPDATE board.progress_history SET valid = tstzrange(lower(valid), upper(valid) + '1 s') WHERE ${PAST}`,
    'does not join',
  ],
  ['wrong', 'a row of no chunk', `UPDATE board.duty SET valid_from = valid_from + '1 h'`, 'no chunk'],
  [
    'wrong',
    'chunks overlap',
    `UPDATE chunk SET from_offset = from_offset - 1 WHERE from_offset = 150`,
    'does not join the one before',
  ],
  [
    'wrong',
    'a stamp falls',
    `UPDATE chunk SET stamp = stamp - interval '1 day' WHERE from_offset = 150`,
    'does not join the one before',
  ],
  ['lost', 'a topic is not read to its end', `UPDATE consumer_offset SET next_offset = next_offset - 1`, 'is read to'],
  ['wrong', 'the board miscounts', `UPDATE board_clock SET events = events + 1`, 'the board counts'],
  [
    'lost',
    'the outbox keeps an event',
    `UPDATE outbox SET published_at = NULL WHERE id = (SELECT max(id) FROM outbox)`,
    'never published',
  ],
]

it.each(SPOILINGS)('%s: %s', async (fault, _what, sql, told) => {
  await client.query('BEGIN')
  try {
    expect((await client.query(sql)).rowCount).toBeGreaterThan(0)
    const sentences = found(await judge()).filter((finding) => finding.fault === fault)
    expect(sentences.map(({ sentence }) => sentence).join('\n')).toContain(told)
  } finally {
    await client.query('ROLLBACK')
  }
})
