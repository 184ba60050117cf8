import type { createPool } from '@lianxi/db/pool'

/** Ends a part of the worker and then its pool, also when the part did not end well. */
export async function endAfter(pool: ReturnType<typeof createPool>, stop: () => Promise<unknown>): Promise<void> {
  try {
    await stop()
  } finally {
    await pool.end()
  }
}
