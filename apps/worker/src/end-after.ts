import type { Pool } from 'pg'

/** Ends a part of the worker and then its pool, also when the part did not end well. */
export async function endAfter(pool: Pool, stop: () => Promise<unknown>): Promise<void> {
  try {
    await stop()
  } finally {
    await pool.end()
  }
}
