import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyPassword } from '@lianxi/db/people/password'
import { createPool } from '@lianxi/db/pool'
import { createMigratedDatabase } from '@lianxi/db/testing/migrated-database'
import { publishCatalogue } from '@lianxi/stack/catalogue/publish'
import { demoActs } from '../history/acts'
import { createPlay } from '../history/play'
import { demoStops } from '../history/stops'
import { readSubjects } from '../lists/subjects'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../people'
import { markSeeded } from './progress-mark'
import { seedDemo } from './seed-demo'
import { carryOutbox } from './testing/carry-outbox'

/** Three quarters are enough to be killed in and to go on; what the whole of it comes to, the browser's tests look at. */
const UNTIL = new Date('2021-12-31T00:00:00Z')

let url: string
let pool: ReturnType<typeof createPool>
let stopCarrying: () => Promise<void>
beforeAll(async () => {
  const database = await createMigratedDatabase()
  url = database.url('migrator')
  pool = createPool(database.url('admin'), { max: 4 })
  stopCarrying = carryOutbox(pool)
})
afterAll(async () => {
  await stopCarrying()
  await pool.end()
})

const numbers = async (sql: string) => {
  const { rows } = await pool.query<{ name: string; n: string }>(sql)
  return Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]))
}

describe('the demo’s seeder', () => {
  it('refuses a production system before it touches it', async () => {
    const say = () => undefined
    await expect(seedDemo({ url, mode: 'production', say })).rejects.toThrow('正式系统')
    expect(await numbers('SELECT \'users\' AS name, count(*) AS n FROM "user"')).toEqual({ users: 0 })
  })

  it('goes on where a killed run stopped, doubles nothing, and leaves a seeded system alone', async () => {
    const said: string[] = []
    const dying = (line: string) => {
      said.push(line)
      if (line.startsWith('2021年一季度')) throw new Error('killed')
    }
    await expect(seedDemo({ url, mode: 'demo', say: dying, until: UNTIL })).rejects.toThrow('killed')
    const half = await numbers(`SELECT 'events' AS name, count(*) AS n FROM ingested_event`)
    expect(await seedDemo({ url, mode: 'demo', say: (line) => said.push(line), until: UNTIL })).toBe(true)
    expect(said.filter((line) => line === '2021年二季度 2/19')).toHaveLength(1)
    const lastStop = Math.max(...demoStops().map(({ at }) => (at <= UNTIL ? at.getTime() : 0)))
    const acts = demoActs(readSubjects()).filter(({ at }) => at.getTime() <= lastStop)
    const { reports, events } = createPlay(readSubjects())(acts)
    const counted = await numbers(`
      SELECT 'demo events' AS name, count(*) AS n FROM outbox WHERE dedupe_key LIKE 'demo:0%'
      UNION ALL SELECT 'reports', count(*) FROM report UNION ALL SELECT 'steps', count(*) FROM report_step
      UNION ALL SELECT 'parked', count(*) FROM parked_message
      UNION ALL SELECT 'not applied', count(*) FROM outbox o
        WHERE NOT EXISTS (SELECT FROM ingested_event i WHERE i.event_id = o.event_id)`)
    expect(half.events).toBeGreaterThan(2000)
    expect(counted).toEqual({
      'demo events': events.length,
      reports: reports.length,
      steps: reports.reduce((sum, { steps }) => sum + steps.length, 0),
      parked: 0,
      'not applied': 0,
    })
    await markSeeded(pool)
    expect(await seedDemo({ url, mode: 'demo', say: () => undefined })).toBe(false)
  }, 300_000)

  it('what the board was at an earlier moment of the demo can still be read', async () => {
    const { rows } = await pool.query<{ states: string }>(`
      SELECT string_agg(DISTINCT state, ',' ORDER BY state) AS states FROM board.progress_history
      WHERE period = '2021Q2' AND valid @> timestamptz '2021-07-05T00:00:00Z'`)
    expect(rows).toEqual([{ states: 'pending' }])
  })

  it('the catalogue is published again only where it changed', async () => {
    expect(await publishCatalogue(pool)).toEqual({ published: 0 })
    const gdp = 'catalogue:lianxi.Z-PX.plan.v1:lianxi.indicator.listed.v1:I-GDP:1:'
    await pool.query(`UPDATE outbox SET dedupe_key = $1 || 'other' WHERE starts_with(dedupe_key, $1)`, [gdp])
    expect(await publishCatalogue(pool)).toEqual({ published: 1 })
    expect(await publishCatalogue(pool)).toEqual({ published: 0 })
  })

  it('makes the accounts with their roles and the demo’s password', async () => {
    const { rows } = await pool.query<{ username: string; role: string; password: string; id: string }>(`
      SELECT u.id, u.username, m.role, a.password FROM "user" u
      JOIN membership m ON m.user_id = u.id JOIN account a ON a.user_id = u.id`)
    expect(rows.map(({ username }) => username).sort()).toEqual(DEMO_ACCOUNTS.map(({ username }) => username).sort())
    expect(rows.every(({ id }) => id.startsWith('demo-'))).toBe(true)
    expect(rows.find(({ username }) => username === 'xiqu-sh')?.role).toBe('approver')
    expect(await verifyPassword(rows[0]?.password ?? '', DEMO_PASSWORD)).toBe(true)
  })
})
