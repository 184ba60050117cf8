import { applyMigrations } from '@lianxi/db/migrate/apply-migrations'
import { note } from '../progress'

/** Brings the product's database to the current schema, as the role that owns it. */
export async function migrate(url: string): Promise<void> {
  const applied = await applyMigrations({ url })
  if (applied.length > 0) note('数据库', `  ${applied.join(', ')}`)
}
