import { encodeEvent } from '@lianxi/schema/events/encode'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { v7 } from 'uuid'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { createPool } from '../pool'
import { createMigratedDatabase } from '../testing/migrated-database'
import { insertOutboxInTx, type OutgoingEvent } from './insert'
import { publishPending, type PendingEvent } from './relay-store'

let web: ReturnType<typeof createPool>
let worker: ReturnType<typeof createPool>
let admin: ReturnType<typeof createPool>
beforeAll(async () => {
  const database = await createMigratedDatabase()
  web = createPool(database.url('web_app'), { max: 4 })
  worker = createPool(database.url('worker_app'), { max: 4 })
  admin = createPool(database.url('admin'), { max: 2 })
  return async () => {
    await Promise.all([web.end(), worker.end(), admin.end()])
  }
})
beforeEach(() => admin.query('TRUNCATE outbox'))

const report = (subject: string, region = '510403', dedupeKey?: string): OutgoingEvent => ({
  ...encodeEvent(buildTargetReport({ subject, region, body: `${region}-FGJ` }), {
    id: v7(),
    zone: 'Z-PX',
    source: `${region}-FGJ`,
    time: '2025-10-10T00:00:00.000Z',
  }),
  ...(dedupeKey !== undefined && { dedupeKey }),
})
const insert = (pool: typeof web, ...events: OutgoingEvent[]) =>
  insertOutboxInTx((sql, parameters) => pool.query(sql, parameters), events)

/** One pass of a relay whose broker takes everything; what it was given. */
async function pass(resting: string[] = [], limit = 100): Promise<string[]> {
  const seen: PendingEvent[] = []
  await publishPending(worker, {
    limit,
    resting,
    send: (rows) => {
      seen.push(...rows)
      return Promise.resolve([{ published: rows.map(({ id }) => id), refused: [] }])
    },
  })
  return seen.map(({ key }) => key)
}

it('gives every row once, in order, over several passes', async () => {
  await insert(web, report('XQ-1'), report('XQ-2'), report('XQ-3'))
  expect(await pass([], 2)).toEqual(['XQ-1', 'XQ-2'])
  expect(await pass([], 2)).toEqual(['XQ-3'])
  expect(await pass()).toEqual([])
})

it('writes an event with a dedupe key once, whoever tries again', async () => {
  await Promise.all([insert(web, report('XQ-1', '510403', 'once')), insert(worker, report('XQ-1', '510403', 'once'))])
  await insert(web, report('XQ-1', '510403', 'once'), report('XQ-2'))
  expect(await pass()).toEqual(['XQ-1', 'XQ-2'])
})

it('finds a row that was committed after a later one: sequences are drawn before commit', async () => {
  const slow = await web.connect()
  await slow.query('BEGIN')
  await insertOutboxInTx((sql, parameters) => slow.query(sql, parameters), [report('XQ-SLOW')])
  await insert(web, report('XQ-FAST'))
  expect(await pass()).toEqual(['XQ-FAST'])
  await slow.query('COMMIT')
  slow.release()
  expect(await pass()).toEqual(['XQ-SLOW'])
})

it('lets resting topics rest and the others go', async () => {
  await insert(web, report('XQ-1'), report('DQ-1', '510402'), report('XQ-2'))
  expect(await pass(['lianxi.510403.target.v1'])).toEqual(['DQ-1'])
  expect(await pass()).toEqual(['XQ-1', 'XQ-2'])
})

it('holds back only the subject of a refused row, also for rows that come later', async () => {
  await insert(web, report('XQ-1'), report('XQ-2'))
  await publishPending(worker, {
    limit: 1,
    resting: [],
    send: (rows) => Promise.resolve([{ published: [], refused: rows.map(({ id }) => ({ id, reason: 'too large' })) }]),
  })
  await insert(web, report('XQ-1'))
  expect(await pass()).toEqual(['XQ-2'])
  expect((await admin.query('SELECT refused_reason FROM outbox WHERE refused_reason IS NOT NULL')).rows).toHaveLength(1)
})

it('lets one relay through at a time', async () => {
  await insert(web, report('XQ-1'))
  const inside = await publishPending(worker, {
    limit: 10,
    resting: [],
    send: async () => {
      expect(await pass()).toEqual([])
      return []
    },
  })
  expect(inside).toBe(1)
  expect(await pass()).toEqual(['XQ-1'])
})

it('publishes again what a crash left unmarked', async () => {
  await insert(web, report('XQ-1'))
  const crash = publishPending(worker, { limit: 10, resting: [], send: () => Promise.reject(new Error('killed')) })
  await expect(crash).rejects.toThrow('killed')
  // Its connection is closed; the server rolls back, and lets go of the lock, when it notices.
  await expect.poll(() => pass(), { timeout: 10_000 }).toEqual(['XQ-1'])
})
