import { createPool } from '@lianxi/db/pool'
import { note } from '../progress'
import { publishCatalogue } from './publish'

/** Puts new and changed facts of the plans into the outbox; the relay publishes them. */
export async function loadCatalogue(url: string): Promise<void> {
  const pool = createPool(url, { max: 1, applicationName: 'lianxi-catalogue' })
  try {
    const { published } = await publishCatalogue(pool)
    note('目录', `  ${published} facts new or changed`)
  } finally {
    await pool.end()
  }
}
