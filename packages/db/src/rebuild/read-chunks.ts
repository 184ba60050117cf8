import type { ParsedEvent } from '@lianxi/schema/events/parse'
import { restoreEvent, type StoredEvent } from '@lianxi/schema/events/restore'
import type { ClientBase } from 'pg'

/** What one transaction of the worker applied, in offset order. `stamp`: ISO 8601 with microseconds. */
export type StoredChunk = { id: string; topic: string; from: bigint; to: bigint; stamp: string; events: ParsedEvent[] }

/** A reading ends behind the chunk with which it has this many events; a chunk has some thousands at most. */
const READ_EVENTS = 2_000
const READ_CHUNKS = 500

const CHUNKS = `
  SELECT id, topic, from_offset, to_offset, events, to_char(stamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS stamp
  FROM chunk WHERE stamp > $1 ORDER BY chunk.stamp LIMIT ${READ_CHUNKS}`

/** Each topic has one partition; along its offsets a chunk's events are found by an index that is there anyway. */
const EVENTS = `
  SELECT e.chunk_id, e.topic, e.event_id AS id, e.type, e.source, e.subject, e.occurred_at AS "occurredAt", e.traceparent,
         e.data
  FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[]) AS c (id, topic, first, last)
  JOIN ingested_event e ON e.topic = c.topic AND e.partition = 0 AND e."offset" BETWEEN c.first AND c.last AND e.chunk_id = c.id
  ORDER BY e.topic, e."offset"`

type ChunkRow = { id: string; topic: string; from_offset: string; to_offset: string; events: number; stamp: string }

/**
 * The chunks that follow a stamp, oldest first; stamps are commit order, so none can appear before one that was read.
 * `full`: more may follow already.
 * @throws when a chunk's events are not all there: `ingested_event` was changed by hand
 */
export async function readChunks(client: ClientBase, after: string): Promise<{ chunks: StoredChunk[]; full: boolean }> {
  const { rows: following } = await client.query<ChunkRow>(CHUNKS, [after])
  const rows = untilEnough(following)
  const events = await readEvents(client, rows)
  const chunks = rows.map(({ id, topic, from_offset, to_offset, stamp, events: told }) => {
    const found = events.get(id) ?? []
    if (found.length !== told) {
      throw new Error(`chunk ${id} of ${topic} has ${told} events, but ${found.length} are in ingested_event`)
    }
    return { id, topic, from: BigInt(from_offset), to: BigInt(to_offset), stamp, events: found }
  })
  return { chunks, full: rows.length < following.length || rows.length === READ_CHUNKS }
}

function untilEnough(rows: readonly ChunkRow[]): ChunkRow[] {
  let events = 0
  return rows.filter((row) => {
    const wanted = events < READ_EVENTS
    events += row.events
    return wanted
  })
}

async function readEvents(client: ClientBase, chunks: readonly ChunkRow[]): Promise<Map<string, ParsedEvent[]>> {
  const { rows } = await client.query<StoredEvent & { chunk_id: string }>(EVENTS, [
    chunks.map(({ id }) => id),
    chunks.map(({ topic }) => topic),
    chunks.map(({ from_offset }) => from_offset),
    chunks.map(({ to_offset }) => to_offset),
  ])
  const byChunk = new Map<string, ParsedEvent[]>()
  for (const { chunk_id, ...stored } of rows) {
    const events = byChunk.get(chunk_id) ?? []
    byChunk.set(chunk_id, events)
    events.push(restoreEvent(stored))
  }
  return byChunk
}
