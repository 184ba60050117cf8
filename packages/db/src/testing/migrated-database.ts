import { createTestDatabase, type TestDatabase } from '@lianxi/testkit/database/test-database'
import { applyMigrations, readMigrations } from '../migrate/apply-migrations'

/** A test database of this file's own at the current schema. */
export const createMigratedDatabase = (): Promise<TestDatabase> =>
  createTestDatabase({
    fingerprint: readMigrations()
      .map(({ checksum }) => checksum)
      .join(),
    run: (url) => applyMigrations({ url }),
  })
