import type { ClientBase } from 'pg'
import type { HeaderValue, MessageHeaders } from '@lianxi/schema/events/read-envelope'
import { findText } from '@lianxi/schema/events/read-json'
import type { Position } from './incoming'
import { regionOfTopic, REUSED_ID, type Candidate, type ParkedCandidate } from './sort-messages'

const INSERT_EVENTS = `
  INSERT INTO ingested_event (topic, event_id, partition, "offset", chunk_id, type, source, subject, region, period,
                              occurred_at, appended_at, traceparent, data, sha256)
  SELECT $1, e.event_id, $2, e.at, $3, e.type, e.source, e.subject, e.region, e.period, e.occurred_at, e.appended_at,
         e.traceparent, e.data, e.sha256
  FROM unnest($4::uuid[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
              $11::timestamptz[], $12::timestamptz[], $13::text[], $14::jsonb[], $15::bytea[])
    AS e (event_id, at, type, source, subject, region, period, occurred_at, appended_at, traceparent, data, sha256)
  ON CONFLICT (topic, event_id) DO NOTHING
  RETURNING event_id`

export type Stored = { fresh: Candidate[]; reused: ParkedCandidate[]; duplicates: number }

/**
 * Keeps what is new, exactly once per (topic, id). Sorted by id, so that two transactions never wait for each other in
 * a circle. What was there already is a duplicate if it says the same, otherwise its id was reused.
 */
export async function insertEventsInTx(
  tx: ClientBase,
  { topic, partition }: Position,
  chunkId: string,
  candidates: readonly Candidate[],
): Promise<Stored> {
  if (candidates.length === 0) return { fresh: [], reused: [], duplicates: 0 }
  const sorted = [...candidates].sort((a, b) => (a.event.envelope.id < b.event.envelope.id ? -1 : 1))
  const column = (read: (candidate: Candidate) => unknown) => sorted.map(read)
  const { rows } = await tx.query<{ event_id: string }>(INSERT_EVENTS, [
    topic,
    partition,
    chunkId,
    column(({ event }) => event.envelope.id),
    column(({ message }) => String(message.offset)),
    column(({ event }) => event.type),
    column(({ event }) => event.envelope.source),
    column(({ event }) => event.envelope.subject),
    column(({ event }) => event.region),
    column(({ event }) => event.period),
    column(({ event }) => event.envelope.time),
    column(({ message }) => message.appendedAt.toISOString()),
    column(({ event }) => event.envelope.traceparent ?? null),
    column(({ event }) => JSON.stringify(event.data)),
    column(({ sha256 }) => sha256),
  ])
  if (rows.length === candidates.length) return { fresh: [...candidates], reused: [], duplicates: 0 }
  const inserted = new Set(rows.map(({ event_id }) => event_id))
  const known = candidates.filter(({ event }) => !inserted.has(event.envelope.id))
  const reused = await findReusedInTx(tx, topic, known)
  return {
    fresh: candidates.filter(({ event }) => inserted.has(event.envelope.id)),
    reused,
    duplicates: known.length - reused.length,
  }
}

async function findReusedInTx(tx: ClientBase, topic: string, known: readonly Candidate[]): Promise<ParkedCandidate[]> {
  const { rows } = await tx.query<{ event_id: string; sha256: Buffer }>(
    'SELECT event_id, sha256 FROM ingested_event WHERE topic = $1 AND event_id = ANY ($2::uuid[])',
    [topic, known.map(({ event }) => event.envelope.id)],
  )
  const stored = new Map(rows.map(({ event_id, sha256 }) => [event_id, sha256]))
  return known
    .filter(({ event, sha256 }) => stored.get(event.envelope.id)?.equals(sha256) !== true)
    .map(({ message }) => ({ message, reason: 'id-reused', detail: REUSED_ID }))
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
    parked.map(({ message }) => JSON.stringify(storableHeaders(message.headers))),
    parked.map(({ message }) => message.value),
    parked.map(({ message }) => message.appendedAt.toISOString()),
  ])
}

type StorableValue = string | null | { base64: string }

/** Headers as JSON that PostgreSQL takes: what is no storable text becomes base64. */
function storableHeaders(headers: MessageHeaders): Record<string, StorableValue | StorableValue[]> {
  const named = Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined) return []
    const stored = isSingle(value) ? storable(value) : value.map(storable)
    return [[name.replace(UNSTORABLE, '\u{fffd}'), stored] as const]
  })
  return Object.fromEntries(named)
}

const isSingle = (value: HeaderValue | readonly HeaderValue[]): value is HeaderValue =>
  value === null || typeof value === 'string' || value instanceof Uint8Array

/** jsonb has no NUL and no half characters; no honest header has any control character. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/gu

function storable(value: HeaderValue): StorableValue {
  if (value === null) return null
  const text = typeof value === 'string' ? value : findText(value)
  return text !== undefined && text.search(UNSTORABLE) === -1 ? text : { base64: Buffer.from(value).toString('base64') }
}
