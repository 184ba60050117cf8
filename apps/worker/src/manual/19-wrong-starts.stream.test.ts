import { applyMigrations, readMigrations } from '@lianxi/db/migrate/apply-migrations'
import { createTestDatabase } from '@lianxi/testkit/database/test-database'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { kafkaServices } from '@lianxi/testkit/kafka/env'
import type { WorkerProcess } from '@lianxi/testkit/kafka/worker-process'
import { waitFor } from '@lianxi/testkit/wait-for'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCells } from '../testing/board'
import { askHealth, startProcess, untilReady } from '../testing/worker-process'
import { openWorld } from '../testing/world'

/** A database that is ours up to all but the newest `missing` migrations. */
const olderDatabase = (missing: number) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'lianxi-older-'))
  const applied = readMigrations().slice(0, -missing)
  const source = new URL('../../../../packages/db/prisma/migrations/', import.meta.url)
  for (const { name } of applied) cpSync(new URL(name, source), path.join(directory, name), { recursive: true })
  return createTestDatabase({
    fingerprint: `older ${applied.map(({ checksum }) => checksum).join()}`,
    run: (url) => applyMigrations({ url, directory }),
  })
}
const emptyDatabase = () => createTestDatabase({ fingerprint: 'empty', run: () => Promise.resolve() })

const changed = (url: string, change: (address: URL) => void) => {
  const address = new URL(url)
  change(address)
  return address.href
}
const said = ({ lines }: WorkerProcess) =>
  lines.filter(({ level }) => Number(level) >= 40).map(({ msg }) => String(msg))

describe('19 · wrong starts', () => {
  test.each([
    ['another product’s database', 'has no schema of Lianxi', async () => (await emptyDatabase()).url('worker_app')],
    ['an older schema', 'older than this build', async () => (await olderDatabase(1)).url('worker_app')],
    ['no such database', 'no such database', (url: string) => changed(url, (to) => (to.pathname = '/nothing'))],
    ['a wrong password', 'refuses the password', (url: string) => changed(url, (to) => (to.password = 'wrong'))],
  ])(
    '%s: one line says what to do, the process ends with an error and has touched nothing',
    async (_, words, wrong) => {
      const world = await openWorld()
      const worker = startProcess(world, { databaseUrl: await wrong(world.databaseUrl) })
      expect(await worker.exited).toBe(1)
      expect(said(worker)).toEqual([expect.stringContaining(words)])
    },
  )

  test.each([
    ['KAFKA_USERNAME', { KAFKA_PASSWORD: 'wrong' }],
    ['RELAY_KAFKA_USERNAME', { RELAY_KAFKA_PASSWORD: 'wrong' }],
  ])('a password the broker refuses: the line names %s, and the process ends', async (variable, env) => {
    const world = await openWorld()
    const worker = startProcess(world, { parts: ['consumer', 'relay'], env })
    expect(await worker.exited).toBe(1)
    // Not always the last line: the client may still say something of its own.
    expect(said(worker)).toContainEqual(expect.stringMatching(new RegExp(`^${variable}: the broker refuses`)))
  })

  test('a group the broker’s rights do not give to this user is named, and the process ends', async () => {
    const world = await openWorld()
    const { users } = kafkaServices()
    const worker = startProcess(world, { env: { KAFKA_USERNAME: 'worker', KAFKA_PASSWORD: users.worker ?? '' } })
    expect(await worker.exited).toBe(1)
    expect(JSON.stringify(worker.lines)).toContain(`the group ${world.group} cannot be joined`)
  })

  test('a broker without our topics: said in the log and in /health, and read as soon as they are there', async () => {
    const world = await openWorld()
    await world.removeAndForget(world.plan, world.meeting, world.target, world.project)
    const worker = startProcess(world)
    await untilReady(worker)
    expect(said(worker).join()).toContain('no topic of Lianxi')
    expect(await askHealth(worker, '/health')).toMatchObject({
      status: 200,
      body: { attention: [expect.stringContaining('no topic')] },
    })
    await world.create(world.target)
    await world.say(buildTargetReport({ ...world.office }))
    await waitFor(
      'the report',
      () => readCells(world.pool),
      (cells) => cells.length === 1,
    )
    expect(await worker.stop()).toBe(0)
  })

  test('a newer schema: an older build says so and goes on, for the time of an update', async () => {
    const world = await openWorld()
    await world.pool.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '99991231_later', now())`,
    )
    const worker = startProcess(world)
    await untilReady(worker)
    expect(said(worker)).toContainEqual(expect.stringContaining('newer than this build'))
    expect(await worker.stop()).toBe(0)
  })
})
