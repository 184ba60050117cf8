import { findTopic } from '@lianxi/schema/topics'
import type { Pool, PoolClient } from 'pg'
import { BEGIN } from '../apply/begin'
import { foldEventsInTx } from '../apply/fold-events'
import { refoldInTx } from '../apply/refold'
import { createStatistics } from '../apply/statistics'
import { readChunks, type StoredChunk } from './read-chunks'

export type Replay = {
  /** Folds what follows, chunk by chunk under its own stamp, until at most a handful does or `signal` is aborted. */
  catchUp: (signal: AbortSignal) => Promise<void>
  /** Events folded so far. */
  folded: () => number
}

const BEFORE_ALL = '-infinity'

/** Tells the stored events again, in the order in which they were committed, to the tables the pool finds. */
export function createReplay(pool: Pool, onProgress: (events: number) => void): Replay {
  let after = BEFORE_ALL
  const reached = new Map<string, bigint>()
  let events = 0
  const statistics = createStatistics(pool, 'board_next')
  const catchUp = async (signal: AbortSignal) => {
    for (let full = true; full && !signal.aborted;) {
      const read = await readFollowing(pool, after)
      full = read.full
      if (read.chunks.length > 0) await inTransaction(pool, (tx) => foldChunks(tx, read.chunks, reached))
      after = read.chunks.at(-1)?.stamp ?? after
      const brought = read.chunks.reduce((sum, chunk) => sum + chunk.events.length, 0)
      events += brought
      await statistics.grownBy(brought)
      onProgress(events)
    }
  }
  return { catchUp, folded: () => events }
}

async function readFollowing(pool: Pool, after: string): ReturnType<typeof readChunks> {
  const client = await pool.connect()
  try {
    return await readChunks(client, after)
  } finally {
    client.release()
  }
}

/** One commit for many chunks: nobody reads these tables yet, and what a crash leaves of them is dropped. */
async function inTransaction(pool: Pool, work: (tx: PoolClient) => Promise<void>): Promise<void> {
  const tx = await pool.connect()
  try {
    await tx.query(BEGIN)
    await work(tx)
    await tx.query('COMMIT')
    tx.release()
  } catch (error) {
    tx.release(true)
    throw error
  }
}

/**
 * `reached`: how far each topic was told. A chunk below that came of parked messages that were tried again later: as
 * then, what it touches is folded anew in the topic's order.
 */
async function foldChunks(tx: PoolClient, chunks: readonly StoredChunk[], reached: Map<string, bigint>): Promise<void> {
  for (const { id, topic: name, from, to, stamp, events } of chunks) {
    const topic = findTopic(name)
    if (topic === undefined) continue // only parked messages came of it
    try {
      const late = from <= (reached.get(name) ?? -1n)
      if (late) await refoldInTx(tx, { topic, stamp, chunkId: id }, events)
      else await foldEventsInTx(tx, topic, stamp, events)
      if (!late) reached.set(name, to)
    } catch (error) {
      throw new Error(`chunk ${id} of ${name} (${stamp}) cannot be folded again`, { cause: error })
    }
  }
}
