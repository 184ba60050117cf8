import { setTimeout as delay } from 'node:timers/promises'
import { createGate } from './gate'
import type { Delivery, Position } from './delivery'

/** A batch of one partition as the client has fetched it. */
export type FetchedBatch = Position & {
  /** Of its last message. */
  lastOffset: bigint
  unpack: () => Pick<Delivery, 'messages' | 'highWatermark'>
  /** False when the client is about to leave, or somebody sought since it was fetched. */
  isFresh: () => boolean
  /** Tells the group that this member lives; throws when the group wants it to join anew. */
  heartbeat: () => Promise<void>
  /** Lets the next fetch go on behind this batch. */
  passOver: () => void
  /** Tells Kafka how far the database is: a hint, nobody relies on it. */
  tell: (lastOffset: bigint) => Promise<void>
}
export type LaneOptions = {
  /** Batches that are worked on at the same time, of as many partitions. */
  atOnce: number
  handle: (delivery: Delivery) => Promise<void>
  seek: (position: Position, offset: bigint) => void
  /** The handler threw, which it never should. */
  onError: (error: Error) => void
}
export type Lanes = {
  /**
   * Takes a batch over when the one before it of its partition is through, and returns: the next fetch begins while it
   * is being worked on. So a partition's batches follow each other, and at most two fetches are in memory.
   */
  take: (batch: FetchedBatch) => Promise<void>
  /** Somebody seeks: what was fetched of this partition before must not be applied any more. */
  outdate: (position: Position) => void
  /** The group was joined anew. */
  outdateAll: () => void
  /** Begins nothing more; resolves when what is under way has ended. */
  drain: () => Promise<void>
}

/** A waiting batch lets the group know so often that this member lives; the client sends as often as it should. */
const HEARTBEAT_MS = 500

type Lane = { age: number; busy: boolean; ended: Promise<void> }

/** KafkaJS fetches again only when every batch is done: handed over to lanes, a batch is done as soon as it is begun. */
export function createLanes({ atOnce, handle, seek, onError }: LaneOptions): Lanes {
  const lanes = new Map<string, Lane>()
  const gate = createGate(atOnce)
  let draining = false

  const laneOf = ({ topic, partition }: Position): Lane => {
    const key = `${topic}/${partition}`
    const lane = lanes.get(key) ?? { age: 0, busy: false, ended: Promise.resolve() }
    lanes.set(key, lane)
    return lane
  }

  const work = async (lane: Lane, batch: FetchedBatch, age: number): Promise<void> => {
    const { topic, partition } = batch
    const isCurrent = () => !draining && lane.age === age && batch.isFresh()
    if (!isCurrent()) return
    const { messages, highWatermark } = batch.unpack()
    let through = (messages[0]?.offset ?? 0n) - 1n
    const resolve = async (lastOffset: bigint) => {
      through = lastOffset
      // What it refuses for (a rebalance, an outage) the client meets at its next heartbeat or fetch as well.
      if (isCurrent()) await batch.tell(lastOffset).catch(() => undefined)
    }
    await handle({ topic, partition, messages, highWatermark, isCurrent, resolve })
    // The rest comes again: the fetches that went past it are void.
    if (through < batch.lastOffset && isCurrent()) {
      lane.age += 1
      seek(batch, through + 1n)
    }
  }

  const untilFree = async (lane: Lane, batch: FetchedBatch): Promise<void> => {
    while (lane.busy) {
      await Promise.race([lane.ended, delay(HEARTBEAT_MS, undefined, { ref: false })])
      if (lane.busy) await batch.heartbeat()
    }
  }

  const allEnded = async () => void (await Promise.all([...lanes.values()].map(({ ended }) => ended)))

  return {
    take: async (batch) => {
      const lane = laneOf(batch)
      const { age } = lane
      await untilFree(lane, batch)
      if (draining) return allEnded() // and not at once: the client would fetch the same again and again meanwhile
      if (lane.age !== age || !batch.isFresh()) return
      batch.passOver()
      lane.busy = true
      lane.ended = gate(() => work(lane, batch, age))
        .catch((error: unknown) => onError(error instanceof Error ? error : new Error(String(error))))
        .finally(() => (lane.busy = false))
    },
    outdate: (position) => {
      laneOf(position).age += 1
    },
    outdateAll: () => {
      for (const lane of lanes.values()) lane.age += 1
    },
    drain: () => {
      draining = true
      return allEnded()
    },
  }
}
