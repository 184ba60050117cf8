import type { EncodedEvent } from '@lianxi/schema/events/encode'

/** An event on its way out; with a `dedupeKey` it is written once, whoever tries again. */
export type OutgoingEvent = EncodedEvent & { dedupeKey?: string }

/** The one thing an outbox needs of a transaction: pg clients have it as `query`, Prisma as `$queryRawUnsafe`. */
export type RunSql = (sql: string, parameters: unknown[]) => Promise<unknown>

const INSERT = `
  INSERT INTO outbox (topic, key, event_id, headers, value, dedupe_key)
  SELECT topic, key, "eventId", headers, value, "dedupeKey"
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (topic text, key text, "eventId" uuid, headers jsonb, value text, "dedupeKey" text)) WITH ORDINALITY
    AS e (topic, key, "eventId", headers, value, "dedupeKey", n)
  ORDER BY n
  ON CONFLICT (dedupe_key) DO NOTHING`

/**
 * Writes events into the outbox, in order, inside the transaction of the fact they tell. The caller holds the lock of
 * the subject's row before calling, so that ids are drawn in the order of the facts.
 */
export async function insertOutboxInTx(run: RunSql, events: readonly OutgoingEvent[]): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ id, topic, key, headers, value, dedupeKey }) => ({
    topic,
    key,
    eventId: id,
    headers,
    value,
    dedupeKey: dedupeKey ?? null,
  }))
  await run(INSERT, [JSON.stringify(rows)])
}
