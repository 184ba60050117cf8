import type { Pool, PoolClient } from 'pg'
import { BEGIN } from '../apply/begin'

const PARKED_LOCK = 5_104_003

/**
 * Runs work on parked messages in one transaction, one worker at a time. A frozen worker cannot keep the lock: the
 * server ends its transaction.
 * @returns `busy` when another worker is at it
 * @throws what the work throws: then nothing was written
 */
export async function inTurn<T>(pool: Pool, work: (tx: PoolClient) => Promise<T>): Promise<T | 'busy'> {
  const tx = await pool.connect()
  try {
    await tx.query(BEGIN)
    const lock = await tx.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [PARKED_LOCK])
    const done = lock.rows[0]?.mine === true ? await work(tx) : 'busy'
    await tx.query('COMMIT')
    tx.release()
    return done
  } catch (error) {
    tx.release(true) // the connection's state is unknown; closing it also rolls back
    throw error
  }
}
