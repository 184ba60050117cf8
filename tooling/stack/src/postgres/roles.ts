import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { paths } from '../paths'

export type RolePasswords = Readonly<Record<'web_app' | 'worker_app' | 'migrator', string>>

export const DATABASE = 'lianxi'

export const databaseUrl = (port: number, role: string, password: string, database = DATABASE): string =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** True if the server answers and takes this password. */
export async function canSignIn(url: string): Promise<boolean> {
  try {
    return await withClient(url, async (client) => (await client.query('SELECT 1')).rowCount === 1)
  } catch {
    return false // the question was only whether it can; why not stands in the server's log
  }
}

/** The product's database and its three roles, as in the image (infra/postgres/init.sql); repeating it is harmless. */
export async function createDatabaseAndRoles(
  adminUrl: string,
  productUrl: string,
  passwords: RolePasswords,
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (found.rowCount === 0) {
      await client.query(
        `CREATE DATABASE ${DATABASE} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`,
      )
    }
  })
  const sql = readFileSync(path.join(paths.infraPostgres, 'init.sql'), 'utf8')
  await withClient(productUrl, async (client) => {
    await client.query(
      `SELECT set_config('lianxi.web_password', $1, false), set_config('lianxi.worker_password', $2, false),
              set_config('lianxi.migrator_password', $3, false)`,
      [passwords.web_app, passwords.worker_app, passwords.migrator],
    )
    await client.query(sql)
  })
}
