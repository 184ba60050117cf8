import type { Pool } from 'pg'
import { afterAll } from 'vitest'
import type { TestDatabase } from '@lianxi/testkit/database/test-database'
import { createPool } from '../pool'
import { createMigratedDatabase } from './migrated-database'

export type Pools = {
  urlOf: TestDatabase['url']
  /** Role worker_app. */
  pool: Pool
  /** May read and empty everything. */
  admin: Pool
}

/** A database of this file's own and two pools on it, which are closed after its tests. */
export async function openPools(): Promise<Pools> {
  const { url: urlOf } = await createMigratedDatabase()
  const pool = createPool(urlOf('worker_app'), { max: 4 })
  const admin = createPool(urlOf('admin'), { max: 2 })
  afterAll(() => Promise.all([pool.end(), admin.end()]))
  return { urlOf, pool, admin }
}
