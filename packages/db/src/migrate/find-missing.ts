import { type Reading, sql } from '../client'

/** Those of the expected migrations that this database does not have, by Prisma's own books. */
export async function findMissingMigrations(db: Reading, expected: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>(sql`
    SELECT e.name FROM unnest(${[...expected]}::text[]) AS e (name)
    WHERE NOT EXISTS (SELECT FROM _prisma_migrations m
      WHERE m.migration_name = e.name AND m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL)
    ORDER BY e.name`)
  return rows.map(({ name }) => name)
}
