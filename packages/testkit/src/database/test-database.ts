import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll } from 'vitest'
import { postgresAdminUrl } from './env'

const ROLES = ['web_app', 'worker_app', 'migrator'] as const
export type TestRole = (typeof ROLES)[number] | 'admin'
const TEMPLATE_LOCK = 5_104_001

export type TestDatabase = {
  name: string
  /** Connection address of a role; `admin` is the superuser. */
  url: (role: TestRole) => string
  drop: () => Promise<void>
}

/** Brings a database to the current schema; passed in, because the testkit knows no package above the contracts. */
export type Migrate = { fingerprint: string; run: (url: string) => Promise<unknown> }

/**
 * A database of this test file's own, cloned from a migrated template (made once per schema fingerprint) and dropped
 * after the file. Other files never see it.
 */
export async function createTestDatabase(migrate: Migrate): Promise<TestDatabase> {
  const admin = postgresAdminUrl()
  const template = `lianxi_template_${createHash('sha256').update(migrate.fingerprint).digest('hex').slice(0, 12)}`
  const name = `lianxi_test_${randomBytes(6).toString('hex')}`
  await withClient(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    await ensureTemplate(client, admin, template, migrate)
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER migrator`)
  })
  const database: TestDatabase = {
    name,
    url: (role) => urlOf(admin, name, role),
    drop: () =>
      withClient(admin, async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  }
  afterAll(database.drop)
  return database
}

async function ensureTemplate(client: pg.Client, admin: string, template: string, migrate: Migrate): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
  if (rowCount === 1) return
  const draft = `${template}_draft`
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${draft} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`)
  await createMissingRoles(client)
  await client.query(`ALTER DATABASE ${draft} OWNER TO migrator`)
  await withClient(urlOf(admin, draft, 'admin'), (inside) => inside.query('ALTER SCHEMA public OWNER TO migrator'))
  await migrate.run(urlOf(admin, draft, 'migrator'))
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)
}

/** Where the stack made the roles they stay as they are; tests then act as them through the superuser. */
async function createMissingRoles(client: pg.Client): Promise<void> {
  for (const role of ROLES) {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
    if (rowCount === 0) await client.query(`CREATE ROLE ${role}`)
  }
}

/** The superuser's address with the role taken on at connection: rights are the role's, no password is needed. */
function urlOf(admin: string, database: string, role: TestRole): string {
  const url = new URL(admin)
  url.pathname = `/${database}`
  if (role !== 'admin') url.searchParams.set('options', `-c role=${role}${limitsOf(role)}`)
  return url.href.replaceAll('+', '%20')
}

/** `SET ROLE` does not bring a role's own settings; the worker's limits are part of what is tested. */
function limitsOf(role: TestRole): string {
  return role === 'worker_app'
    ? ' -c idle_in_transaction_session_timeout=10s -c statement_timeout=60s -c lock_timeout=5s'
    : ''
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
