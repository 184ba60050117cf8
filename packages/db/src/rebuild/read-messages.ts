import { encodeAgain } from '@lianxi/schema/events/encode'
import { restoreEvent, type StoredEvent } from '@lianxi/schema/events/restore'
import type { ClientBase } from 'pg'
import type { IncomingMessage } from '../apply/incoming'
import { readHeaders } from '../apply/stored-headers'

const PAGE = 500

const COLUMNS = `
  SELECT "offset", appended_at AS "appendedAt", true AS parked, key, headers, value, '' AS id, '' AS type, '' AS source,
         '' AS subject, appended_at AS "occurredAt", NULL AS traceparent, NULL::jsonb AS data
  FROM parked_message WHERE topic = $1 AND partition = 0 AND "offset" >= $2`
const EVENT_COLUMNS = `
  SELECT "offset", appended_at, false, NULL, NULL, NULL, event_id::text, type, source,
         subject, occurred_at, traceparent, data
  FROM ingested_event e WHERE topic = $1 AND partition = 0 AND "offset" >= $2
    AND NOT EXISTS (SELECT FROM parked_message p WHERE (p.topic, p.partition, p."offset") = (e.topic, e.partition, e."offset"))`
/** A parked message that a retry applied is there twice; as it was parked it still has every byte. */
const MESSAGES = `${COLUMNS} UNION ALL ${EVENT_COLUMNS} ORDER BY 1 LIMIT ${PAGE}`

type MessageRow = Omit<StoredEvent, 'topic'> & {
  offset: string
  appendedAt: Date
  parked: boolean
  key: Buffer | null
  headers: unknown
  value: Buffer | null
}

/**
 * The next messages of a topic as the database keeps them, in offset order from `from` on, a page at a time. An offset
 * may be missing: it held a repetition, or was gone before it was read.
 */
export async function readMessages(client: ClientBase, topic: string, from: bigint): Promise<IncomingMessage[]> {
  const { rows } = await client.query<MessageRow>(MESSAGES, [topic, String(from)])
  return rows.map((row) => ({ offset: BigInt(row.offset), appendedAt: row.appendedAt, ...contentOf(topic, row) }))
}

function contentOf(topic: string, row: MessageRow): Pick<IncomingMessage, 'key' | 'value' | 'headers'> {
  if (row.parked) return { key: row.key, value: row.value, headers: readHeaders(row.headers) }
  const { key, headers, value } = encodeAgain(restoreEvent({ ...row, topic }))
  return { key: Buffer.from(key), headers, value: Buffer.from(value) }
}
