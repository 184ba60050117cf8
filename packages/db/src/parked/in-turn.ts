import type { Pool, PoolClient } from 'pg'
import { BEGIN } from '../apply/begin'

const TURN_LOCK = 5_104_004
const PARKED_LOCK = 5_104_003

/**
 * Runs work on parked messages while no other worker does. The turn is a transaction that stays open meanwhile: a
 * frozen worker cannot keep it, because the server ends what is idle in one for too long. It takes a connection of the
 * pool besides those of the work.
 * @returns `busy` when another worker is at it
 * @throws what the work throws
 */
export async function inTurn<T>(pool: Pool, work: () => Promise<T>): Promise<T | 'busy'> {
  const turn = await pool.connect()
  try {
    await turn.query('BEGIN')
    const lock = await turn.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [TURN_LOCK])
    return lock.rows[0]?.mine === true ? await work() : 'busy'
  } finally {
    // A turn that was lost meanwhile takes nothing back of what the work has committed.
    await turn.query('COMMIT').then(
      () => turn.release(),
      () => turn.release(true),
    )
  }
}

/**
 * One transaction on parked messages. Whoever lost his turn and goes on all the same waits for the other's transaction.
 * @throws what the work throws, and on an outage: then nothing was written
 */
export async function inParkedTransaction<T>(pool: Pool, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await pool.connect()
  try {
    await tx.query(BEGIN)
    await tx.query('SELECT pg_advisory_xact_lock($1)', [PARKED_LOCK])
    const done = await work(tx)
    await tx.query('COMMIT')
    tx.release()
    return done
  } catch (error) {
    tx.release(true) // the connection's state is unknown; closing it also rolls back
    throw error
  }
}
