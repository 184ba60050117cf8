import type { Pool } from 'pg'

const ADMIN_LOCK = 5_104_041

/**
 * Runs the work while no other process does, under a session's advisory lock: a transaction would be ended while the
 * broker is slow. Whoever dies gives the lock back with its connection.
 * @returns false when another process holds it
 */
export async function oneAtATime(pool: Pool, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [ADMIN_LOCK])
    if (rows[0]?.mine !== true) {
      client.release()
      return false
    }
    await work()
    await client.query('SELECT pg_advisory_unlock($1)', [ADMIN_LOCK])
    client.release()
    return true
  } catch (error) {
    client.release(true) // closing the connection also gives the lock back
    throw error
  }
}
