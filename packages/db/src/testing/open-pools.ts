import type { Pool } from 'pg'
import { afterAll } from 'vitest'
import type { TestDatabase } from '@lianxi/testkit/database/test-database'
import { createPool } from '../pool'
import { createMigratedDatabase } from './migrated-database'

/** A database of this file's own; `pool` is the worker's, `admin` may read and empty everything. Closed after its tests. */
export async function openPools(): Promise<{ urlOf: TestDatabase['url']; pool: Pool; admin: Pool }> {
  const { url: urlOf } = await createMigratedDatabase()
  const pool = createPool(urlOf('worker_app'), { max: 4 })
  const admin = createPool(urlOf('admin'), { max: 2 })
  afterAll(() => Promise.all([pool.end(), admin.end()]))
  return { urlOf, pool, admin }
}
