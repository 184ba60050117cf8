import type { ClientBase } from 'pg'
import { isLockTaken } from './classify-error'
import { sha256OfMessage } from './content-hash'
import type { IncomingMessage, Position } from './incoming'

const TAKE = `SELECT next_offset FROM consumer_offset WHERE topic = $1 AND partition = $2 FOR UPDATE NOWAIT`

/**
 * The fence between two workers: the partition's row, held to the end of the transaction. Kafka's generations do not
 * reach into the database, a row lock does.
 * @returns the next offset to apply, or `held` when another transaction has it (this one is then aborted)
 */
export async function takeFenceInTx(tx: ClientBase, { topic, partition }: Position): Promise<bigint | 'held'> {
  try {
    const taken = await tx.query<{ next_offset: string }>(TAKE, [topic, partition])
    if (taken.rows[0] !== undefined) return BigInt(taken.rows[0].next_offset)
    await tx.query(
      'INSERT INTO consumer_offset (topic, partition, next_offset) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING',
      [topic, partition],
    )
    const created = await tx.query<{ next_offset: string }>(TAKE, [topic, partition])
    if (created.rows[0] === undefined) throw new Error(`no consumer_offset row for ${topic}/${partition}`)
    return BigInt(created.rows[0].next_offset)
  } catch (error) {
    if (isLockTaken(error)) return 'held'
    throw error
  }
}

/**
 * A delivery whose high watermark lies below what is applied is either old (fetched before another worker went on) or
 * from a recreated topic. An old one holds messages that were stored from these very offsets.
 */
export async function isOldDeliveryInTx(
  tx: ClientBase,
  { topic, partition }: Position,
  applied: readonly IncomingMessage[],
  fingerprint: (message: IncomingMessage) => Buffer | undefined,
): Promise<boolean> {
  const offsets = applied.map(({ offset }) => String(offset))
  const { rows } = await tx.query<{ offset: string; sha256: Buffer | null; value: Buffer | null }>(
    `SELECT "offset", sha256, NULL::bytea AS value FROM ingested_event
     WHERE topic = $1 AND partition = $2 AND "offset" = ANY ($3::bigint[])
     UNION ALL
     SELECT "offset", NULL, value FROM parked_message
     WHERE topic = $1 AND partition = $2 AND "offset" = ANY ($3::bigint[])`,
    [topic, partition, offsets],
  )
  const stored = new Map(rows.map((row) => [row.offset, row]))
  return applied.some((message) => {
    const row = stored.get(String(message.offset))
    if (row === undefined) return false
    if (row.sha256 !== null) return fingerprint(message)?.equals(row.sha256) === true
    return row.value !== null && message.value?.equals(row.value) === true
  })
}

/** Moves the fence behind the chunk and remembers its last message, so that a recreated topic is noticed. */
export async function advanceFenceInTx(
  tx: ClientBase,
  { topic, partition }: Position,
  last: IncomingMessage,
  gap: boolean,
): Promise<bigint> {
  const next = last.offset + 1n
  await tx.query(
    `UPDATE consumer_offset SET next_offset = $3, gaps = gaps + $4, last_append_at = $5, last_sha256 = $6,
       committed_at = clock_timestamp() WHERE topic = $1 AND partition = $2`,
    [topic, partition, String(next), gap ? 1 : 0, last.appendedAt, sha256OfMessage(last)],
  )
  return next
}
