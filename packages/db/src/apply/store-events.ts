import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import {
  BYTEA,
  column,
  encodeArrays,
  encodeCopy,
  EPOCH_MS,
  INSTANT,
  INT4,
  INT8,
  JSONB,
  TEXT,
  UUID,
  type BinaryColumn,
} from './binary-columns'
import type { Position } from './incoming'
import { regionOfTopic, REUSED_ID, type Candidate, type ParkedCandidate, type Sorted } from './sort-messages'
import { storeHeaders } from './stored-headers'

type Row = Candidate & Position & { chunkId: number }

const COLUMNS: readonly BinaryColumn<Row>[] = [
  column('topic', TEXT, ({ topic }) => topic),
  column('event_id', UUID, ({ event }) => event.envelope.id),
  column('partition', INT4, ({ partition }) => partition),
  column('"offset"', INT8, ({ message }) => Number(message.offset)),
  column('chunk_id', INT8, ({ chunkId }) => chunkId),
  column('type', TEXT, ({ event }) => event.type),
  column('source', TEXT, ({ event }) => event.envelope.source),
  column('subject', TEXT, ({ event }) => event.envelope.subject),
  column('region', TEXT, ({ event }) => event.region),
  column('period', TEXT, ({ event }) => event.period),
  column('occurred_at', INSTANT, ({ event }) => event.envelope.time),
  column('appended_at', EPOCH_MS, ({ message }) => message.appendedAt.getTime()),
  column('traceparent', TEXT, ({ event }) => event.envelope.traceparent ?? null),
  column('data', JSONB, ({ data }) => data),
  column('sha256', BYTEA, ({ sha256 }) => sha256),
]
const COPY = `COPY ingested_event (${COLUMNS.map(({ name }) => name).join(', ')}) FROM STDIN (FORMAT binary)`

export type Stored = { fresh: Candidate[]; reused: ParkedCandidate[]; duplicates: number }

/**
 * Keeps what is new, exactly once per (topic, id). What was there already is a duplicate if it says the same, otherwise
 * its id was reused. The fence makes this transaction the only one that stores events of this topic: what is not there
 * when it looks is not there when it writes, and COPY, which knows no ON CONFLICT, never meets one. An id that comes
 * again in the same run is compared with what is stored too, not with its neighbour: that one may be the impostor.
 */
export async function insertEventsInTx(
  tx: ClientBase,
  { topic, partition }: Position,
  chunkId: string,
  { candidates, again }: Pick<Sorted, 'candidates' | 'again'>,
): Promise<Stored> {
  const all = [...candidates, ...again]
  if (all.length === 0) return { fresh: [], reused: [], duplicates: 0 }
  const stored = await findStoredInTx(tx, topic, all)
  const isKnown = ({ event }: Candidate) => stored.has(event.envelope.id)
  const fresh = candidates.filter((candidate) => !isKnown(candidate))
  const later = [...candidates.filter(isKnown), ...again]
  if (fresh.length > 0) await copyInTx(tx, { topic, partition }, Number(chunkId), fresh)
  for (const { event, sha256 } of fresh) stored.set(event.envelope.id, sha256)
  const reused = later.filter(({ event, sha256 }) => stored.get(event.envelope.id)?.equals(sha256) !== true)
  return {
    fresh,
    reused: reused.map(({ message }) => ({ message, reason: 'id-reused', detail: REUSED_ID })),
    duplicates: later.length - reused.length,
  }
}

async function copyInTx(
  tx: ClientBase,
  position: Position,
  chunkId: number,
  fresh: readonly Candidate[],
): Promise<void> {
  const { topic, partition } = position
  const rows = fresh.map(({ message, event, data, sha256 }) => ({
    message,
    event,
    data,
    sha256,
    topic,
    partition,
    chunkId,
  }))
  const copy = tx.query(copyFrom(COPY))
  const copied = finished(copy)
  copy.end(encodeCopy(COLUMNS, rows))
  await copied
}

/** Fingerprints of events that are stored already, by id. */
async function findStoredInTx(
  tx: ClientBase,
  topic: string,
  candidates: readonly Candidate[],
): Promise<Map<string, Buffer>> {
  const ids = encodeArrays([column('id', UUID, ({ event }: Candidate) => event.envelope.id)], candidates)
  const { rows } = await tx.query<{ event_id: string; sha256: Buffer }>({
    name: 'find-stored',
    text: 'SELECT event_id, sha256 FROM ingested_event WHERE topic = $1 AND event_id = ANY ($2::uuid[])',
    values: [topic, ...ids],
  })
  return new Map(rows.map(({ event_id, sha256 }) => [event_id, sha256]))
}

const INSERT_PARKED = `
  INSERT INTO parked_message (topic, partition, "offset", region, reason, detail, key, headers, value, appended_at)
  SELECT $1, $2, p.at, $3, p.reason, p.detail, p.key, p.headers, p.value, p.appended_at
  FROM unnest($4::bigint[], $5::text[], $6::text[], $7::bytea[], $8::jsonb[], $9::bytea[], $10::timestamptz[])
    AS p (at, reason, detail, key, headers, value, appended_at)
  ON CONFLICT (topic, partition, "offset") DO NOTHING`

/** Keeps what cannot be applied, with the reason and every byte of it. */
export async function insertParkedInTx(
  tx: ClientBase,
  { topic, partition }: Position,
  parked: readonly ParkedCandidate[],
): Promise<void> {
  if (parked.length === 0) return
  await tx.query(INSERT_PARKED, [
    topic,
    partition,
    regionOfTopic(topic),
    parked.map(({ message }) => String(message.offset)),
    parked.map(({ reason }) => reason),
    parked.map(({ detail }) => detail),
    parked.map(({ message }) => message.key),
    parked.map(({ message }) => JSON.stringify(storeHeaders(message.headers))),
    parked.map(({ message }) => message.value),
    parked.map(({ message }) => message.appendedAt.toISOString()),
  ])
}
