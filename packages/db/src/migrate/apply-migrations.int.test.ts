import pg from 'pg'
import { expect, it } from 'vitest'
import { createMigratedDatabase } from '../testing/migrated-database'
import { applyMigrations, readMigrations } from './apply-migrations'

it('keeps the books as Prisma does, and applying again changes nothing', async () => {
  const database = await createMigratedDatabase()
  expect(await applyMigrations({ url: database.url('migrator') })).toEqual([])
  const client = new pg.Client({ connectionString: database.url('migrator') })
  await client.connect()
  const { rows } = await client.query<{ migration_name: string; checksum: string; applied_steps_count: number }>(
    'SELECT migration_name, checksum, applied_steps_count FROM _prisma_migrations ORDER BY migration_name',
  )
  await client.end()
  expect(rows).toEqual(
    readMigrations().map(({ name, checksum }) => ({ migration_name: name, checksum, applied_steps_count: 1 })),
  )
})

it('refuses a migration whose file was changed after it was applied', async () => {
  const database = await createMigratedDatabase()
  const client = new pg.Client({ connectionString: database.url('migrator') })
  await client.connect()
  await client.query(`UPDATE _prisma_migrations SET checksum = repeat('0', 64)`)
  await client.end()
  await expect(applyMigrations({ url: database.url('migrator') })).rejects.toThrow('was changed after it was applied')
})
