import { findTopic } from '@lianxi/schema/topics'
import type { Pool, PoolClient } from 'pg'
import { BEGIN } from '../apply/begin'
import { foldEventsInTx } from '../apply/fold-events'
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
  let events = 0
  const catchUp = async (signal: AbortSignal) => {
    for (let full = true; full && !signal.aborted;) {
      const read = await readFollowing(pool, after)
      full = read.full
      if (read.chunks.length > 0) await inTransaction(pool, (tx) => foldChunks(tx, read.chunks))
      after = read.chunks.at(-1)?.stamp ?? after
      events += read.chunks.reduce((sum, chunk) => sum + chunk.events.length, 0)
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

async function foldChunks(tx: PoolClient, chunks: readonly StoredChunk[]): Promise<void> {
  for (const { id, topic: name, stamp, events } of chunks) {
    const topic = findTopic(name)
    if (topic === undefined) continue // only parked messages came of it
    try {
      await foldEventsInTx(tx, topic, stamp, events)
    } catch (error) {
      throw new Error(`chunk ${id} of ${name} (${stamp}) cannot be folded again`, { cause: error })
    }
  }
}
