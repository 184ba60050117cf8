import { v7 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { createPool } from '../pool'
import { createMigratedDatabase } from '../testing/migrated-database'
import { publishPending } from '../outbox/relay-store'
import { writeDueEvents } from './write-due-events'

const LIST = {
  code: 'L-Z-PX-2025',
  name: '演示清单',
  year: 2025,
  owner: 'Z-PX-LXB',
  adoptedBy: '联席会议第一次会议',
  adoptedOn: '2025-01-10',
  calendar: [{ frequency: 'quarter', opensAfterDays: 1, dueAfterDays: 15, closesAfterDays: 75, dueTime: '18:00' }],
}

let pool: ReturnType<typeof createPool>
let types: () => Promise<string[]>
let known: (period: string, dueAt: string, closesAt: string) => Promise<unknown>
let adopt: (list: { code: string }) => Promise<unknown>
beforeAll(async () => {
  const database = await createMigratedDatabase()
  const admin = createPool(database.url('admin'), { max: 2 })
  pool = createPool(database.url('worker_app'), { max: 4 })
  types = async () => {
    const { rows } = await admin.query<{ said: string }>(
      `SELECT headers->>'ce_type' || ' ' || key AS said FROM outbox ORDER BY id`,
    )
    return rows.map(({ said }) => said)
  }
  known = (period, dueAt, closesAt) =>
    admin.query(
      `INSERT INTO board.period (zone, period, frequency, year, opens_at, due_at, closes_at, fell_due, closed, event_id, valid_from)
       VALUES ('Z-PX', $1, 'quarter', 2025, '2025-09-30T16:00:00Z', $2, $3, false, false, $4, '2025-10-01')
       ON CONFLICT (zone, period) DO UPDATE SET due_at = excluded.due_at, closes_at = excluded.closes_at`,
      [period, dueAt, closesAt, v7()],
    )
  adopt = (list) =>
    admin.query(`INSERT INTO board.fact VALUES ('Z-PX', 'list', $1, $2, $3, '2025-01-10')`, [list.code, list, v7()])
  await admin.query(`INSERT INTO demo_clock VALUES (1, '2025-10-12T10:00:00Z')`)
  await adopt(LIST)
  return async () => {
    await Promise.all([pool.end(), admin.end()])
  }
})

it('says once what has come, in the order of its moments, however many calendars run', async () => {
  const written = await Promise.all([writeDueEvents(pool), writeDueEvents(pool), writeDueEvents(pool)])
  expect(Math.max(...written)).toBe(7)
  expect(await types()).toEqual([
    'lianxi.period.opened.v1 2025Q1',
    'lianxi.period.fell-due.v1 2025Q1',
    'lianxi.period.closed.v1 2025Q1',
    'lianxi.period.opened.v1 2025Q2',
    'lianxi.period.fell-due.v1 2025Q2',
    'lianxi.period.closed.v1 2025Q2',
    'lianxi.period.opened.v1 2025Q3',
  ])
})

it('is what the relay then publishes, in order; a refused row holds back its own subject only', async () => {
  const seen: string[] = []
  const first = await publishPending(pool, {
    limit: 3,
    resting: [],
    send: (rows) => {
      const [one, ...rest] = rows
      if (one === undefined) throw new Error('nothing to send')
      return Promise.resolve([
        { published: [one.id], refused: rest.slice(0, 1).map(({ id }) => ({ id, reason: 'too large' })) },
      ])
    },
  })
  expect(first).toBe(3)
  await publishPending(pool, {
    limit: 10,
    resting: [],
    send: (rows) => {
      seen.push(...rows.map(({ key }) => key))
      return Promise.resolve([{ published: rows.map(({ id }) => id), refused: [] }])
    },
  })
  expect(seen).toEqual(['2025Q2', '2025Q2', '2025Q2', '2025Q3'])
  expect(await publishPending(pool, { limit: 10, resting: [], send: () => Promise.resolve([]) })).toBe(0)
})

it('opens a period again when a later list gives it more time', async () => {
  const later = {
    ...LIST,
    code: 'L-Z-PX-2025-B',
    calendar: LIST.calendar.map((rule) => ({ ...rule, dueAfterDays: 20 })),
  }
  await known('2025Q3', '2025-10-15T10:00:00Z', '2025-12-14T10:00:00Z')
  await adopt(later)
  await writeDueEvents(pool)
  expect((await types()).slice(-1)).toEqual(['lianxi.period.opened.v1 2025Q3'])
  await known('2025Q3', '2025-10-20T10:00:00Z', '2025-12-14T10:00:00Z')
  const before = await types()
  await writeDueEvents(pool)
  expect((await types()).filter((said) => said.endsWith('2025Q3'))).toEqual(
    before.filter((said) => said.endsWith('2025Q3')),
  )
})
