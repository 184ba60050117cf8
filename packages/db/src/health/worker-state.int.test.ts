import { expect, test } from 'vitest'
import { createPrisma } from '../client'
import { createPool } from '../pool'
import { readWorkerParts } from '../readers/moment/worker-parts'
import { createMigratedDatabase } from '../testing/migrated-database'
import { writeWorkerState } from './worker-state'

const report = (complaints: string[] = []) => ({ ready: true, complaints, attention: [], facts: { joined: true } })

test('a worker tells of itself again and again in one row a part, and ended workers are forgotten after a day', async () => {
  const database = await createMigratedDatabase()
  const worker = createPool(database.url('worker_app'), { max: 1 })
  const admin = createPool(database.url('admin'), { max: 1 })
  const web = createPrisma(database.url('web_app'))
  const startedAt = new Date('2025-10-12T10:00:00Z')
  const tell = (name: string, complaints: string[] = []) =>
    writeWorkerState(worker, { worker: name, startedAt, parts: new Map([['consumer', report(complaints)]]) })

  await tell('yesterday')
  await admin.query(`UPDATE worker_state SET seen_at = seen_at - interval '25 hours'`)
  await tell('frozen')
  await admin.query(`UPDATE worker_state SET seen_at = seen_at - interval '40 seconds' WHERE worker = 'frozen'`)
  await tell('alive')
  await tell('alive', ['no fetch'])

  const parts = await readWorkerParts(web)
  expect(parts.map(({ worker: name, report: { complaints } }) => [name, complaints])).toEqual([
    ['alive', ['no fetch']],
    ['frozen', []],
  ])
  expect(parts[0]?.seenSeconds).toBeLessThan(20)
  expect(parts[1]?.seenSeconds).toBeGreaterThan(39)
  await Promise.all([worker.end(), admin.end(), web.$disconnect()])
})
