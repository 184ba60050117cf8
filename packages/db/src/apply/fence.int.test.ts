import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { openTcpProxy } from '@lianxi/testkit/tcp-proxy'
import { waitFor } from '@lianxi/testkit/wait-for'
import { beforeEach, expect, it } from 'vitest'
import { createPool } from '../pool'
import { createMessageLog, type MessageLog } from '../testing/message-log'
import { openPools } from '../testing/open-pools'
import { applyChunk } from './apply-chunk'
import { createBoardWriter } from './board-writer'
import { takeFenceInTx } from './fence'

const TARGET = 'lianxi.510403.target.v1'
const { urlOf, pool, admin } = await openPools()
let log: MessageLog
beforeEach(async () => {
  log = createMessageLog()
  await admin.query('TRUNCATE ingested_event, chunk, consumer_offset, parked_message, message_attempt, board.progress')
})
const count = async (table: string) =>
  Number((await admin.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n)

it('lets one of two appliers through, whichever chunk they hold; together they apply everything once', async () => {
  for (let n = 0; n < 60; n += 1) log.say(buildTargetReport({ subject: `XQ-145-T${n}` }))
  let held = 0
  const worker = async () => {
    for (let next = 0n; next < 60n;) {
      const result = await applyChunk(pool, log.chunk(TARGET, Number(next), Number(next) + 7))
      if (result.kind === 'held') held += 1
      else if (result.kind === 'applied' || result.kind === 'nothing') next = result.nextOffset
      else throw new Error(result.kind)
    }
  }
  await Promise.all([worker(), worker(), worker()])
  expect(await count('ingested_event')).toBe(60)
  expect(await count('board.progress')).toBe(60)
  expect(held).toBeGreaterThan(0)
})

it('does not wait for a fence that is held', async () => {
  log.say(buildTargetReport())
  await applyChunk(pool, log.chunk(TARGET))
  log.say(buildTargetReport({ period: '2025Q2' }))
  const other = await pool.connect()
  await other.query('BEGIN')
  expect(await takeFenceInTx(other, { topic: TARGET, partition: 0 })).toBe(1n)
  expect(await applyChunk(pool, log.chunk(TARGET))).toEqual({ kind: 'held' })
  await other.query('ROLLBACK')
  other.release()
  expect(await applyChunk(pool, log.chunk(TARGET))).toMatchObject({ kind: 'applied', events: 1 })
})

it('ends an applier frozen inside its transaction, so that another can go on; the frozen one writes nothing', async () => {
  log.say(buildTargetReport())
  await applyChunk(pool, log.chunk(TARGET))
  log.say(buildTargetReport({ period: '2025Q2' }))
  const limits = await pool.query<{ idle: string }>(
    `SELECT current_setting('idle_in_transaction_session_timeout') AS idle`,
  )
  expect(limits.rows).toEqual([{ idle: '10s' }])
  const frozen = await pool.connect()
  await frozen.query(`SET idle_in_transaction_session_timeout = '300ms'`)
  await frozen.query('BEGIN')
  await takeFenceInTx(frozen, { topic: TARGET, partition: 0 })
  const result = await waitFor(
    'the fence',
    () => applyChunk(pool, log.chunk(TARGET)),
    ({ kind }) => kind !== 'held',
  )
  expect(result).toMatchObject({ kind: 'applied', events: 1, nextOffset: 2n })
  await expect(frozen.query('COMMIT')).rejects.toThrow()
  frozen.release(true)
  expect(await count('ingested_event')).toBe(2)
})

it('throws on an outage, parks nothing, and applies everything when the database is back', async () => {
  const { hostname, port } = new URL(urlOf('worker_app'))
  const line = await openTcpProxy({ host: hostname, port: Number(port) })
  const url = new URL(urlOf('worker_app'))
  url.host = `${line.host}:${line.port}`
  const remote = createPool(url.href.replaceAll('+', '%20'), { max: 2 })
  const writer = createBoardWriter(remote)
  const messages = Array.from({ length: 5 }, (_, n) => log.say(buildTargetReport({ subject: `XQ-145-T${n}` })))
  expect(await writer.apply(log.chunk(TARGET, 0, 1))).toMatchObject({ kind: 'applied' })
  line.cut()
  for (let tries = 0; tries < 5; tries += 1) {
    await expect(writer.apply(log.chunk(TARGET))).rejects.toThrow()
    await expect(writer.applyAlone(log.chunk(TARGET, 1, 2))).rejects.toThrow()
  }
  line.mend()
  expect(await writer.applyAlone(log.chunk(TARGET, 1, 2))).toMatchObject({ kind: 'applied', parked: 0 })
  expect(await writer.apply(log.chunk(TARGET))).toMatchObject({ kind: 'applied', events: 3, parked: 0 })
  expect(await count('ingested_event')).toBe(messages.length)
  expect(await count('parked_message')).toBe(0)
  await remote.end()
  await line.close()
})

it('leaves nothing when the line breaks in the middle of a chunk', async () => {
  const url = new URL(urlOf('worker_app'))
  const line = await openTcpProxy({ host: url.hostname, port: Number(url.port) })
  url.host = `${line.host}:${line.port}`
  const remote = createPool(url.href.replaceAll('+', '%20'), { max: 2 })
  log.say(buildTargetReport())
  const blocker = await admin.connect()
  await blocker.query('BEGIN')
  await blocker.query('SELECT FROM board_clock FOR UPDATE')
  const applying = applyChunk(remote, log.chunk(TARGET)).catch((error: unknown) => error)
  const blocked = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  await waitFor('the chunk to wait for the board', async () => (await admin.query(blocked)).rowCount === 1)
  line.cut()
  expect(await applying).toBeInstanceOf(Error)
  await blocker.query('ROLLBACK')
  blocker.release()
  const again = await waitFor(
    'the fence',
    () => applyChunk(pool, log.chunk(TARGET)),
    ({ kind }) => kind !== 'held',
  )
  expect(again).toMatchObject({ kind: 'applied', events: 1 })
  expect(await count('chunk')).toBe(1)
  await remote.end()
  await line.close()
})
