import type { Pool } from 'pg'
import type { Position } from './incoming'

export type Place = Position & { offset: bigint }
/** `attempts` failed with a reason; of `starts` nobody heard again: the process died, or is at it now. */
export type Attempts = { attempts: number; starts: number; lastError: string }

const at = ({ topic, partition, offset }: Place): unknown[] => [topic, partition, String(offset)]
const WHERE = `WHERE topic = $1 AND partition = $2 AND "offset" = $3`

/** Notes before trying that a try begins, in a transaction of its own: a process that dies of it leaves the note. */
export async function noteStart(pool: Pool, place: Place): Promise<Attempts> {
  const { rows } = await pool.query<{ attempts: number; starts: number; last_error: string }>(
    `INSERT INTO message_attempt (topic, partition, "offset", attempts, starts, last_error) VALUES ($1, $2, $3, 0, 1, '')
     ON CONFLICT (topic, partition, "offset") DO UPDATE
       SET starts = message_attempt.starts + 1, last_at = clock_timestamp()
     RETURNING attempts, starts, last_error`,
    at(place),
  )
  const [row] = rows
  if (row === undefined) throw new Error('an upsert always returns its row')
  return { attempts: row.attempts, starts: row.starts, lastError: row.last_error }
}

/** The try ended with a reason that lies in the message. */
export async function noteFailure(pool: Pool, place: Place, reason: string): Promise<void> {
  await pool.query(
    `UPDATE message_attempt SET attempts = attempts + 1, starts = greatest(starts - 1, 0), last_error = $4,
       last_at = clock_timestamp() ${WHERE}`,
    [...at(place), reason],
  )
}

/** The try ended without saying anything about the message (an outage, another worker was there). */
export async function forgetStart(pool: Pool, place: Place): Promise<void> {
  await pool.query(`UPDATE message_attempt SET starts = greatest(starts - 1, 0) ${WHERE}`, at(place))
  await pool.query(`DELETE FROM message_attempt ${WHERE} AND attempts = 0 AND starts = 0`, at(place))
}

/** The message is through. */
export async function forgetAttempts(pool: Pool, place: Place): Promise<void> {
  await pool.query(`DELETE FROM message_attempt ${WHERE}`, at(place))
}
