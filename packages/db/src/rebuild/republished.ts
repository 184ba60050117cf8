import type { ClientBase } from 'pg'
import { sha256OfMessage } from '../apply/content-hash'
import type { IncomingMessage } from '../apply/incoming'

/** What the database has applied of a topic. `next`: the offset after the last message it knows. */
export type AppliedTopic = { topic: string; next: bigint; lastSha256: Buffer | null }

export async function readAppliedTopics(client: ClientBase): Promise<AppliedTopic[]> {
  const { rows } = await client.query<{ topic: string; next: string; lastSha256: Buffer | null }>(
    `SELECT topic, next_offset AS next, last_sha256 AS "lastSha256" FROM consumer_offset
     WHERE partition = 0 AND next_offset > 0 ORDER BY topic`,
  )
  return rows.map((row) => ({ ...row, next: BigInt(row.next) }))
}

/** From now on the topic is known by the message that lies at its end now. */
export async function noteLastMessage(client: ClientBase, topic: string, last: IncomingMessage): Promise<void> {
  await client.query(
    `UPDATE consumer_offset SET last_sha256 = $3, last_append_at = $4
     WHERE topic = $1 AND partition = 0 AND next_offset = $2`,
    [topic, String(last.offset + 1n), sha256OfMessage(last), last.appendedAt],
  )
}

/**
 * What had been published and was lost before the worker read it is published once more.
 * @returns how many outbox rows
 */
export async function publishUnreadAgain(client: ClientBase, topics: readonly string[]): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE outbox o SET published_at = NULL, attempts = 0, next_attempt_at = NULL
     WHERE o.topic = ANY($1) AND o.published_at IS NOT NULL AND o.refused_reason IS NULL
       AND NOT EXISTS (SELECT FROM ingested_event e WHERE e.topic = o.topic AND e.event_id = o.event_id)
       AND NOT EXISTS (SELECT FROM parked_message p WHERE p.topic = o.topic
                       AND p.headers @> jsonb_build_array(jsonb_build_array('ce_id', o.event_id::text)))`,
    [topics],
  )
  return rowCount ?? 0
}
