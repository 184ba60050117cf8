import type { Pool } from 'pg'
import { knownMigrations } from '../migrate/known-migrations'

export type SchemaCheck =
  | { kind: 'fits' }
  /** Migrated by a newer build; an older one may go on for the time of an update. */
  | { kind: 'newer'; migrations: string[] }
  /** Waiting mends nothing: somebody must change the address, the password or the schema. */
  | { kind: 'wrong'; reason: string }
  | { kind: 'unreachable'; reason: string }

const APPLIED = `SELECT migration_name AS name FROM public._prisma_migrations
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`

/** What PostgreSQL says to whoever stands at the wrong door, by SQLSTATE. */
const WRONG: Readonly<Record<string, string>> = {
  '28P01': 'the database refuses the password',
  '28000': 'the database refuses the user',
  '3D000': 'there is no such database',
  '42P01': 'this database has no schema of Lianxi: it is another product’s, or its migrations were never applied',
  '42501': 'this database’s schema is older than this build: apply the migrations first',
}

/** Compares the schema with the one this build was made for. Reads only. Never throws for what it can put into words. */
export async function checkSchema(pool: Pool): Promise<SchemaCheck> {
  let applied: Set<string>
  try {
    const { rows } = await pool.query<{ name: string }>(APPLIED)
    applied = new Set(rows.map(({ name }) => name))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const message = error instanceof Error ? error.message : String(error)
    const reason = WRONG[code]
    return reason === undefined
      ? { kind: 'unreachable', reason: message }
      : { kind: 'wrong', reason: `${reason} (${message})` }
  }
  const known = knownMigrations()
  const missing = known.filter((name) => !applied.has(name))
  if (missing.length === known.length) return { kind: 'wrong', reason: WRONG['42P01'] ?? '' }
  if (missing.length > 0) {
    const reason = `this database’s schema is older than this build: apply the migrations first (${missing.join(', ')})`
    return { kind: 'wrong', reason }
  }
  const newer = [...applied].filter((name) => !known.includes(name))
  return newer.length > 0 ? { kind: 'newer', migrations: newer } : { kind: 'fits' }
}
