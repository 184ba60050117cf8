import type { ParsedEvent } from '@lianxi/schema/events/parse'
import { restoreEvent, type StoredEvent } from '@lianxi/schema/events/restore'
import type { Topic } from '@lianxi/schema/topics'
import type { ClientBase } from 'pg'
import { UnappliableEvent } from './classify-error'
import { foldEventsInTx } from './fold-events'

/** Within a topic chunks are numbered in the order of their commits: what came after this one does not count yet. */
const OF_SUBJECTS = `
  SELECT topic, event_id AS id, type, source, subject, occurred_at AS "occurredAt", traceparent, data FROM ingested_event
  WHERE topic = $1 AND subject = ANY ($2::text[]) AND chunk_id <= $3 ORDER BY partition, "offset"`

/**
 * Folds events that arrived behind later ones of their topic: every subject they touch is folded anew, from nothing, in
 * the topic's order, so that the greatest offset stands. Every sub-state depends on the events of one subject only.
 * The events are stored already, with the chunk's number; the caller holds the board.
 */
export async function refoldInTx(
  tx: ClientBase,
  { topic, stamp, chunkId }: { topic: Topic; stamp: string; chunkId: string },
  late: readonly ParsedEvent[],
): Promise<void> {
  const subjects = [...new Set(late.map(({ envelope }) => envelope.subject))]
  const { rows } = await tx.query<StoredEvent>(OF_SUBJECTS, [topic.name, subjects, chunkId])
  await foldEventsInTx(tx, topic, stamp, rows.map(restore), 'nothing')
}

/** A newer build may have stored what this one cannot read: then the late message stays where it is. */
function restore(stored: StoredEvent): ParsedEvent {
  try {
    return restoreEvent(stored)
  } catch (error) {
    throw new UnappliableEvent(`stored event ${stored.id} cannot be read by this build`, { cause: error })
  }
}
