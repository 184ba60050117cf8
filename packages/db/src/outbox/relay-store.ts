import type { Pool, PoolClient } from 'pg'

export type PendingEvent = { id: bigint; topic: string; key: string; headers: Record<string, string>; value: string }
/** What became of one topic's rows: stored by the broker, refused for good, the rest left as they are. */
export type SendResult = { published: bigint[]; refused: { id: bigint; reason: string }[] }
export type RelayPass = {
  limit: number
  /** Topics that rest after a failure: their rows wait, the others' go. */
  resting: readonly string[]
  send: (rows: readonly PendingEvent[]) => Promise<SendResult[]>
}

const RELAY_LOCK = 5_104_002

/** Rows in order; those behind a refused one of the same subject wait until a person settles it. Never `id > last`. */
const PENDING = `
  SELECT id, topic, key, headers, value FROM outbox o
  WHERE published_at IS NULL AND refused_reason IS NULL AND NOT topic = ANY ($1)
    AND NOT EXISTS (SELECT FROM outbox r WHERE r.refused_reason IS NOT NULL AND r.published_at IS NULL
                    AND r.topic = o.topic AND r.key = o.key AND r.id < o.id)
  ORDER BY id LIMIT $2`

/**
 * One pass of the relay in one transaction, under an advisory lock so that two relays never interleave.
 * A crash after sending and before COMMIT sends again: consumers know an event by its id.
 * @returns rows read; 0 also while another relay holds the lock
 */
export async function publishPending(pool: Pool, pass: RelayPass): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const read = await publishInTx(client, pass)
    await client.query('COMMIT')
    client.release()
    return read
  } catch (error) {
    client.release(true) // the connection's state is unknown; closing it also rolls back
    throw error
  }
}

async function publishInTx(client: PoolClient, { limit, resting, send }: RelayPass): Promise<number> {
  const lock = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [RELAY_LOCK])
  if (lock.rows[0]?.mine !== true) return 0
  const { rows } = await client.query<Omit<PendingEvent, 'id'> & { id: string }>(PENDING, [resting, limit])
  if (rows.length === 0) return 0
  const results = await send(rows.map((row) => ({ ...row, id: BigInt(row.id) })))
  const published = results.flatMap((result) => result.published.map(String))
  const refused = results.flatMap((result) => result.refused)
  if (published.length > 0) {
    await client.query('UPDATE outbox SET published_at = clock_timestamp() WHERE id = ANY ($1::bigint[])', [published])
  }
  if (refused.length > 0) {
    await client.query(
      `UPDATE outbox o SET refused_reason = r.reason, attempts = attempts + 1
       FROM unnest($1::bigint[], $2::text[]) AS r (id, reason) WHERE o.id = r.id`,
      [refused.map(({ id }) => String(id)), refused.map(({ reason }) => reason)],
    )
  }
  return rows.length
}
