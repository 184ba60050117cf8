import { findMissingMigrations } from '@lianxi/db/migrate/find-missing'
import type { Deps } from './deps'

export type Readiness = { ok: boolean; missing: string[] }

/** What this process lacks to serve people: the database, the migrations it was built for, the connection that listens. */
export async function readReadiness({ prisma, live, log }: Deps, expected: readonly string[]): Promise<Readiness> {
  const missing: string[] = []
  try {
    const migrations = await findMissingMigrations(prisma, expected)
    missing.push(...migrations.map((name) => `migration ${name}`))
    if (!live.isListening()) missing.push('live connection')
  } catch (error) {
    log.error({ err: error }, 'not ready: no database')
    missing.push('database')
  }
  return { ok: missing.length === 0, missing }
}
