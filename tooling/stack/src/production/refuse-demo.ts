import { verifyPassword } from '@lianxi/db/people/password'
import pg from 'pg'
import { environment } from '../env'
import { Refusal } from '../refusal'

/** The demo's one password is printed in its documentation: an account that still has it is open to everybody. */
const DEMO_PASSWORD = 'lianxi-demo-2025'

/** Shorter secrets can be guessed; `openssl rand -hex 24` gives 48. */
const SHORTEST_SECRET = 16

const WEAK = new Set([DEMO_PASSWORD, 'change-me-change-me', 'changemechangeme', 'passwordpassword', 'postgrespostgres'])

/** Names of the secrets that are too short or well known. Only names: the values go nowhere. */
export function weakSecrets(secrets: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    secret !== undefined && (secret.length < SHORTEST_SECRET || WEAK.has(secret.toLowerCase())) ? [name] : [],
  )
}

const passwordOf = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : decodeURIComponent(new URL(url).password)

function givenSecrets(): Record<string, string | undefined> {
  return {
    AUTH_SECRET: environment.AUTH_SECRET,
    DATABASE_URL: passwordOf(environment.DATABASE_URL),
    WORKER_DATABASE_URL: passwordOf(environment.WORKER_DATABASE_URL),
    MIGRATOR_URL: passwordOf(environment.MIGRATOR_URL),
    KAFKA_ADMIN_PASSWORD: environment.KAFKA_ADMIN_PASSWORD,
    KAFKA_PASSWORD: environment.KAFKA_PASSWORD,
    RELAY_KAFKA_PASSWORD: environment.RELAY_KAFKA_PASSWORD,
  }
}

/** User names whose password is the demo's. Hashes are slow on purpose, so one connection and one after the other. */
async function accountsWithDemoPassword(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ username: string | null; password: string }>(
    `SELECT u.username, a.password FROM "user" u JOIN account a ON a.user_id = u.id
     WHERE a.provider_id = 'credential' AND a.password IS NOT NULL AND NOT u.disabled`,
  )
  const found: string[] = []
  for (const { username, password } of rows) {
    if (await verifyPassword(password, DEMO_PASSWORD)) found.push(username ?? '?')
  }
  return found
}

/** A production system must not start with secrets anybody could guess. Asked before anything is touched. */
export function refuseWeakSecrets(): void {
  const weak = environment.LIANXI_MODE === 'production' ? weakSecrets(givenSecrets()) : []
  if (weak.length === 0) return
  throw new Refusal(
    `生产环境拒绝使用过短或默认的口令：${weak.join('、')}。` +
      `\nProduction refuses short or default secrets: ${weak.join(', ')} (openssl rand -hex 24).`,
  )
}

/** A production system must not start on a database with the demo's clock or accounts. Asked after the migrations. */
export async function refuseDemoData(migratorUrl: string): Promise<void> {
  if (environment.LIANXI_MODE !== 'production') return
  const client = new pg.Client({ connectionString: migratorUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM demo_clock')
    if (rowCount !== 0) {
      throw new Refusal(
        '生产环境拒绝演示数据：数据库中有演示时钟。\nProduction refuses a demo database: it has a demo clock.',
      )
    }
    const open = await accountsWithDemoPassword(client)
    if (open.length > 0) {
      throw new Refusal(
        `生产环境拒绝演示账号：${open.join('、')} 仍使用演示密码。\nProduction refuses accounts with the demo's password: ${open.join(', ')}.`,
      )
    }
  } finally {
    await client.end()
  }
}
