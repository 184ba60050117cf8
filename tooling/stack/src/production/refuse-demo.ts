import pg from 'pg'
import { environment } from '../env'
import { Refusal } from '../refusal'

/** Shorter secrets can be guessed; `openssl rand -hex 24` gives 48. */
const SHORTEST_SECRET = 16

const WEAK = new Set([
  'lianxi-demo-2025',
  'change-me-change-me',
  'changemechangeme',
  'passwordpassword',
  'postgrespostgres',
])

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
  // Imported here: it stands on Prisma's generated client, which a fresh clone has only after the build.
  const { DEMO_USER_PREFIX } = await import('@lianxi/db/people/members')
  const client = new pg.Client({ connectionString: migratorUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM demo_clock')
    if (rowCount !== 0) {
      throw new Refusal(
        '生产环境拒绝演示数据：数据库中有演示时钟。\nProduction refuses a demo database: it has a demo clock.',
      )
    }
    const demo = await client.query<{ username: string | null }>(
      `SELECT username FROM "user" WHERE starts_with(id, $1)`,
      [DEMO_USER_PREFIX],
    )
    if (demo.rows.length > 0) {
      const names = demo.rows.map(({ username }) => username ?? '?').join(', ')
      throw new Refusal(`生产环境拒绝演示账号：${names}。\nProduction refuses demo accounts: ${names}.`)
    }
  } finally {
    await client.end()
  }
}
