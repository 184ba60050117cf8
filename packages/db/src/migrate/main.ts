import { applyMigrations } from './apply-migrations'
import { migratorUrl } from './env'

/** `npm run migrate`: brings the database of MIGRATOR_URL to the current schema. */
const applied = await applyMigrations({ url: migratorUrl() })
process.stdout.write(applied.length === 0 ? 'nothing to apply\n' : `applied ${applied.join(', ')}\n`)
