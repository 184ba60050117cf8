import { findTopic } from '@lianxi/schema/topics'
import type { Pool, PoolClient } from 'pg'
import { BEGIN } from './begin'
import { takeBoardInTx } from './board-clock'
import { classifyError, isMovedCell } from './classify-error'
import { advanceFenceInTx, isOldDeliveryInTx, takeFenceInTx } from './fence'
import { prepareFoldInTx, writesOf } from './fold-events'
import type { Applied, ChunkResult, IncomingChunk, IncomingMessage } from './incoming'
import { sortMessages, type Sorted } from './sort-messages'
import { insertEventsInTx, insertParkedInTx } from './store-events'

/**
 * Applies a run of one partition's messages in one transaction: events and what must be parked, the board and its
 * history, the next offset. Either all of it is there afterwards or nothing.
 * @returns what became of the chunk; only `applied` changed the database
 * @throws on an outage (connection, timeout, lock): nothing was written, the same chunk can be given again
 */
export async function applyChunk(pool: Pool, chunk: IncomingChunk): Promise<ChunkResult> {
  const sorted = await sortMessages(chunk, chunk.messages)
  const apply = (ahead: boolean) => inTransaction(pool, (tx) => applyInTx(tx, { chunk, ahead }, sorted))
  const result = await apply(true)
  return result.kind === 'unappliable' && isMovedCell(result.error) ? apply(false) : result
}

/** `ahead`: cells are derived before the board is taken. */
type Task = { chunk: IncomingChunk; ahead: boolean }

/** Parks one message that no transaction could take and goes on behind it. */
export async function parkMessage(pool: Pool, chunk: IncomingChunk, detail: string): Promise<ChunkResult> {
  const parked = chunk.messages.map((message) => ({ message, reason: 'unappliable' as const, detail }))
  return inTransaction(pool, (tx) => applyInTx(tx, { chunk, ahead: false }, { candidates: [], parked, again: [] }))
}

/** Commits what `applied`, rolls back everything else; a connection in an unknown state is closed. */
async function inTransaction(pool: Pool, work: (tx: PoolClient) => Promise<ChunkResult>): Promise<ChunkResult> {
  const tx = await pool.connect()
  let result: ChunkResult
  try {
    await tx.query(BEGIN)
    result = await work(tx)
    await tx.query(result.kind === 'applied' ? 'COMMIT' : 'ROLLBACK')
  } catch (error) {
    // Rolled back and not only closed when the same is tried at once: a closed connection keeps the fence for a moment.
    if (isMovedCell(error)) await tx.query('ROLLBACK').catch(() => undefined)
    tx.release(true)
    if (classifyError(error) === 'transient') throw error
    return { kind: 'unappliable', error: error instanceof Error ? error : new Error(String(error)) }
  }
  tx.release()
  return result
}

async function applyInTx(tx: PoolClient, { chunk, ahead }: Task, sorted: Sorted): Promise<ChunkResult> {
  const nextOffset = await takeFenceInTx(tx, chunk)
  if (nextOffset === 'held') return { kind: 'held' }
  if (chunk.highWatermark < nextOffset) {
    const fingerprints = new Map(sorted.candidates.map(({ message, sha256 }) => [message, sha256]))
    const old = await isOldDeliveryInTx(tx, chunk, chunk.messages, (message) => fingerprints.get(message))
    return { kind: old ? 'nothing' : 'recreated', nextOffset }
  }
  const messages = chunk.messages.filter(({ offset }) => offset >= nextOffset)
  const [first] = messages
  const last = messages.at(-1)
  if (first === undefined || last === undefined) return { kind: 'nothing', nextOffset }
  const gap = first.offset > nextOffset
  if (gap && !chunk.acceptGap) return { kind: 'gap', nextOffset }
  const isNew = ({ message }: { message: IncomingMessage }) => message.offset >= nextOffset
  return writeInTx(
    tx,
    { chunk, ahead, first, last, gap },
    {
      candidates: sorted.candidates.filter(isNew),
      parked: sorted.parked.filter(isNew),
      again: sorted.again.filter(isNew),
    },
  )
}

type Run = Task & { first: IncomingMessage; last: IncomingMessage; gap: boolean }

/** While the board is held every question to the database keeps the others waiting. */
const TELL = `
  WITH told AS (
    INSERT INTO chunk (id, topic, from_offset, to_offset, events, parked, stamp) VALUES ($1, $2, $3, $4, $5, $6, $7))
  SELECT pg_notify('board', to_char($7::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))`

async function writeInTx(tx: PoolClient, { chunk, ahead, first, last, gap }: Run, sorted: Sorted): Promise<Applied> {
  const topic = findTopic(chunk.topic)
  const drawn = await tx.query<{ id: string }>(`SELECT nextval('chunk_number') AS id`)
  const chunkId = drawn.rows[0]?.id ?? ''
  const { fresh, reused, duplicates } = await insertEventsInTx(tx, chunk, chunkId, sorted)
  const parked = [...sorted.parked, ...reused]
  await insertParkedInTx(tx, chunk, parked)
  const events = fresh.map(({ event }) => event)
  const fold = topic === undefined ? undefined : await prepareFoldInTx(tx, topic, events, { onto: 'board', ahead })
  const writes = topic === undefined ? 'own' : writesOf(topic)
  const nextOffset = await advanceFenceInTx(tx, chunk, last, gap)
  const { stamp, epoch } = await takeBoardInTx(tx, { events: fresh.length, writes, moment: chunk.moment })
  await fold?.(stamp, epoch)
  const span = [String(first.offset), String(last.offset)]
  await tx.query(TELL, [chunkId, chunk.topic, ...span, fresh.length, parked.length, stamp])
  return {
    kind: 'applied',
    nextOffset,
    stamp,
    events: fresh.length,
    duplicates,
    parked: parked.length,
    gap,
  }
}
