import { buildDutyAssigned, buildPeriodOpened } from '@lianxi/testkit/events-commitments'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMessageLog, type MessageLog } from '../testing/message-log'
import { openPools } from '../testing/open-pools'
import { noteStart } from './attempts'
import { createBoardWriter, type BoardWriter } from './board-writer'
import { classifyError, UnappliableEvent } from './classify-error'
import { sha256OfMessage } from './content-hash'

const PLAN = 'lianxi.Z-PX.plan.v1'
const { pool, admin } = await openPools()
let log: MessageLog
let writer: BoardWriter
beforeAll(async () => {
  await admin.query(REFUSE)
})
beforeEach(async () => {
  log = createMessageLog()
  writer = createBoardWriter(pool)
  await admin.query(`TRUNCATE ingested_event, chunk, consumer_offset, parked_message, message_attempt, board.duty,
    board.period, board.progress`)
})
const rows = async (sql: string) => (await admin.query<Record<string, unknown>>(sql)).rows
/** It keeps the contract, but this database will not have that period: no transaction can take it. */
const buildPoison = () => buildPeriodOpened({ period: '2025Q4' })
const REFUSE = `ALTER TABLE board.period ADD CONSTRAINT no_poison CHECK (period <> '2025Q4')`

describe('given a message that no transaction can take', () => {
  beforeEach(() => {
    log.say(buildDutyAssigned())
    log.say(buildPoison())
    log.say(buildPeriodOpened())
  })

  it('reports the chunk as unappliable and leaves nothing of it', async () => {
    expect(await writer.apply(log.chunk(PLAN))).toMatchObject({ kind: 'unappliable' })
    expect(await rows('SELECT FROM ingested_event')).toEqual([])
  })

  it('parks only that message, after three attempts, and goes on behind it', async () => {
    expect(await writer.applyAlone(log.chunk(PLAN, 0, 1))).toMatchObject({ kind: 'applied', events: 1 })
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await writer.applyAlone(log.chunk(PLAN, 1, 2))).toMatchObject({ kind: 'unappliable' })
    }
    expect(await rows('SELECT attempts, starts FROM message_attempt')).toEqual([{ attempts: 3, starts: 0 }])
    expect(await writer.applyAlone(log.chunk(PLAN, 1, 2))).toMatchObject({ kind: 'applied', events: 0, parked: 1 })
    expect(await writer.applyAlone(log.chunk(PLAN, 2, 3))).toMatchObject({ kind: 'applied', events: 1 })
    expect(await rows('SELECT "offset", reason FROM parked_message')).toEqual([{ offset: '1', reason: 'unappliable' }])
    expect(await rows('SELECT FROM message_attempt')).toEqual([])
    expect(await rows('SELECT period, state FROM board.progress')).toEqual([{ period: '2025Q3', state: 'pending' }])
  })
})

it('leaves no note when somebody else held the fence', async () => {
  log.say(buildDutyAssigned())
  await pool.query('INSERT INTO consumer_offset (topic, partition, next_offset) VALUES ($1, 0, 0)', [PLAN])
  const other = await pool.connect()
  await other.query('BEGIN')
  await other.query('SELECT FROM consumer_offset FOR UPDATE')
  expect(await writer.apply(log.chunk(PLAN))).toEqual({ kind: 'held' })
  expect(await writer.applyAlone(log.chunk(PLAN))).toEqual({ kind: 'held' })
  await other.query('ROLLBACK')
  other.release()
  expect(await rows('SELECT FROM message_attempt')).toEqual([])
})

describe('given a message that ends the process', () => {
  it('takes the chunk apart after three deaths and parks the message that is at fault', async () => {
    log.say(buildDutyAssigned())
    const place = { topic: PLAN, partition: 0, offset: 0n }
    for (let death = 0; death < 3; death += 1) await noteStart(pool, place)
    expect(await writer.apply(log.chunk(PLAN))).toMatchObject({ kind: 'unappliable' })
    await noteStart(pool, place)
    expect(await writer.applyAlone(log.chunk(PLAN))).toMatchObject({ kind: 'applied', parked: 1, events: 0 })
  })

  it('forgets the starts when the chunk goes through', async () => {
    log.say(buildDutyAssigned())
    await noteStart(pool, { topic: PLAN, partition: 0, offset: 0n })
    expect(await writer.apply(log.chunk(PLAN))).toMatchObject({ kind: 'applied', events: 1 })
    expect(await rows('SELECT FROM message_attempt')).toEqual([])
  })
})

it('knows how far it is and what the last message was', async () => {
  expect(await writer.findAppliedUpTo({ topic: PLAN, partition: 0 })).toBeUndefined()
  const { message } = log.say(buildDutyAssigned())
  await writer.apply(log.chunk(PLAN))
  const applied = await writer.findAppliedUpTo({ topic: PLAN, partition: 0 })
  expect(applied).toEqual({ nextOffset: 1n, lastSha256: sha256OfMessage(message) })
})

it.each([
  ['22P02', 'message'],
  ['23505', 'message'],
  ['25P03', 'transient'],
  ['55P03', 'transient'],
  ['57P01', 'transient'],
  ['40P01', 'transient'],
  ['53300', 'transient'],
  ['ECONNREFUSED', 'transient'],
  ['22', 'transient'],
] as const)('lays %s at the door of: %s', (code, whose) => {
  expect(classifyError(Object.assign(new Error(), { code }))).toBe(whose)
})

it('lays the rules’ own errors at the message, and errors without a code at an outage', () => {
  expect(classifyError(new UnappliableEvent('no'))).toBe('message')
  expect(classifyError(new Error('Connection terminated unexpectedly'))).toBe('transient')
  expect(classifyError(undefined)).toBe('transient')
})
