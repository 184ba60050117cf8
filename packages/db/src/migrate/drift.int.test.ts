import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { postgresAdminUrl } from '@lianxi/testkit/database/env'
import { processEnvironment } from '@lianxi/testkit/kafka/env'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { createMigratedDatabase } from '../testing/migrated-database'
import { applyMigrations } from './apply-migrations'

const PACKAGE = path.resolve(fileURLToPath(import.meta.url), '../../..')
const PRISMA = createRequire(import.meta.url).resolve('prisma/build/index.js')

/** Prisma's own command line, with the engine beside this package, on a database. Rejects on a non-zero exit. */
const prisma = (url: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [PRISMA, ...args], {
    cwd: PACKAGE,
    env: processEnvironment({
      MIGRATOR_URL: url,
      PRISMA_SCHEMA_ENGINE_BINARY: path.join(PACKAGE, 'schema-engine.mjs'),
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    }),
  })

const books = async (url: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(
    `SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS finished, rolled_back_at, logs
     FROM _prisma_migrations ORDER BY migration_name`,
  )
  await client.end()
  return rows
}

let empty: string
beforeAll(async () => {
  const admin = new pg.Client({ connectionString: postgresAdminUrl() })
  await admin.connect()
  const name = `lianxi_drift_${randomBytes(6).toString('hex')}`
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`)
  const url = new URL(postgresAdminUrl())
  url.pathname = `/${name}`
  empty = url.href
  return async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
})

it('has migrations that give exactly the schema of the Prisma files', async () => {
  const { stdout } = await prisma(
    postgresAdminUrl(),
    ...['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma', '--exit-code'],
  )
  expect(stdout).toContain('No difference detected')
})

it('keeps the same books as prisma migrate deploy, and each finds nothing to do after the other', async () => {
  await prisma(empty, 'migrate', 'deploy')
  expect(await applyMigrations({ url: empty })).toEqual([])
  const ours = await createMigratedDatabase()
  expect(await books(ours.url('admin'))).toEqual(await books(empty))
  const { stdout } = await prisma(ours.url('admin'), 'migrate', 'status')
  expect(stdout).toContain('Database schema is up to date')
})
