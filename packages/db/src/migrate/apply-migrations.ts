import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** Prisma Migrate's advisory lock: ours and `prisma migrate deploy` never run at the same time. */
const PRISMA_LOCK = 72707369
const BOOKS = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`

type Migration = { name: string; sql: string; checksum: string }

/** The migrations beside this package's Prisma schema, in order of their names. */
export function readMigrations(directory = migrationsDirectory()): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const bytes = readFileSync(path.join(directory, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Applies what is missing and keeps the books exactly as Prisma does (`_prisma_migrations`, SHA-256, advisory lock),
 * so that stock `prisma migrate deploy` stays usable. Each migration is one transaction.
 * @param url of the role that owns the schema (migrator)
 * @returns names of the migrations applied now; empty when there was nothing to do
 * @throws when an applied migration's file was changed since, or a migration fails (nothing of it stays)
 */
export async function applyMigrations(options: { url: string; directory?: string }): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(BOOKS)
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM public._prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL',
    )
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
    const added: string[] = []
    for (const migration of readMigrations(options.directory)) {
      const recorded = applied.get(migration.name)
      if (recorded === undefined) {
        await applyOne(client, migration)
        added.push(migration.name)
      } else if (recorded !== migration.checksum) {
        throw new Error(`migration ${migration.name} was changed after it was applied: write a new one instead`)
      }
    }
    return added
  } finally {
    await client.end()
  }
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    const id = randomUUID()
    await client.query(
      'INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, now())',
      [id, checksum, name],
    )
    await client.query(sql)
    await client.query(
      'UPDATE public._prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
      [id],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${name} failed and was rolled back`, { cause: error })
  }
}

/** Beside the sources in the repository; a bundle elsewhere passes its own directory. */
function migrationsDirectory(): string {
  return path.resolve(fileURLToPath(import.meta.url), '../../../prisma/migrations')
}
