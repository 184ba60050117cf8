import type { Pool } from 'pg'
import { applyChunk, parkMessage } from './apply-chunk'
import { forgetAttempts, forgetStart, noteFailure, noteStart, type Place } from './attempts'
import { storableReason } from './classify-error'
import { sha256OfMessage } from './content-hash'
import type { ChunkResult, IncomingChunk, IncomingMessage, Position } from './incoming'
import { createStatistics, type Statistics } from './statistics'

/** Failures with a reason until a message is parked. */
const MAX_ATTEMPTS = 3
/** Starts nobody heard of again until a chunk is taken apart, and until the message found that way is parked. */
const MAX_CHUNK_STARTS = 3
const MAX_STARTS = 5

/** How far a partition is applied, and the fingerprint of its last applied message. */
export type AppliedUpTo = { nextOffset: bigint; lastSha256: Buffer | null }

export type BoardWriter = {
  /** Applies a chunk. Throws on an outage only: then nothing was written. */
  apply: (chunk: IncomingChunk) => Promise<ChunkResult>
  /** Applies a chunk of one message, counting its attempts; parks it when they are used up. */
  applyAlone: (chunk: IncomingChunk) => Promise<ChunkResult>
  findAppliedUpTo: (position: Position) => Promise<AppliedUpTo | undefined>
  /** Comparable with `lastSha256`. */
  sha256Of: (message: IncomingMessage) => Buffer
}

/** The worker's write path on one pool of role worker_app. */
export function createBoardWriter(pool: Pool): BoardWriter {
  /** Partitions of which this process has applied something: a crash loop shows in a process's first chunk. */
  const proven = new Set<string>()
  const statistics = createStatistics(pool, 'board')
  return {
    apply: async (chunk) => {
      const name = `${chunk.topic}/${chunk.partition}`
      const place = placeOf(chunk)
      if (place === undefined || proven.has(name)) return told(statistics, await applyChunk(pool, chunk))
      const { starts } = await noteStart(pool, place)
      if (starts > MAX_CHUNK_STARTS) {
        return { kind: 'unappliable', error: new Error(`the process ended ${starts - 1} times while applying this`) }
      }
      const result = await settle(pool, place, () => applyChunk(pool, chunk))
      if (result.kind === 'applied' || result.kind === 'nothing') proven.add(name)
      return told(statistics, result)
    },
    applyAlone: async (chunk) => {
      const place = placeOf(chunk)
      if (place === undefined) return applyChunk(pool, chunk)
      const { attempts, starts, lastError } = await noteStart(pool, place)
      const crashed = starts > MAX_STARTS
      if (attempts < MAX_ATTEMPTS && !crashed) return settle(pool, place, () => applyChunk(pool, chunk), noteFailure)
      const why = crashed ? `处理时进程多次中断（${starts - 1}次）。` : `尝试${attempts}次均失败：${lastError}`
      return settle(pool, place, () => parkMessage(pool, chunk, why), noteFailure)
    },
    findAppliedUpTo: (position) => findAppliedUpTo(pool, position),
    sha256Of: sha256OfMessage,
  }
}

async function told(statistics: Statistics, result: ChunkResult): Promise<ChunkResult> {
  if (result.kind === 'applied') await statistics.grownBy(result.events)
  return result
}

const placeOf = ({ topic, partition, messages: [first] }: IncomingChunk): Place | undefined =>
  first === undefined ? undefined : { topic, partition, offset: first.offset }

/** Runs a noted try and writes down how it ended. */
async function settle(
  pool: Pool,
  place: Place,
  attempt: () => Promise<ChunkResult>,
  onUnappliable: (pool: Pool, place: Place, reason: string) => Promise<void> = forgetStart,
): Promise<ChunkResult> {
  let result: ChunkResult
  try {
    result = await attempt()
  } catch (error) {
    // The outage is what must be told; if it also keeps us from forgetting the start, that start counts as unheard.
    await forgetStart(pool, place).catch(() => undefined)
    throw error
  }
  if (result.kind === 'applied' || result.kind === 'nothing') await forgetAttempts(pool, place)
  else if (result.kind === 'unappliable') await onUnappliable(pool, place, storableReason(result.error))
  else await forgetStart(pool, place)
  return result
}

async function findAppliedUpTo(pool: Pool, { topic, partition }: Position): Promise<AppliedUpTo | undefined> {
  const { rows } = await pool.query<{ next_offset: string; last_sha256: Buffer | null }>(
    'SELECT next_offset, last_sha256 FROM consumer_offset WHERE topic = $1 AND partition = $2',
    [topic, partition],
  )
  const [row] = rows
  return row && { nextOffset: BigInt(row.next_offset), lastSha256: row.last_sha256 }
}
