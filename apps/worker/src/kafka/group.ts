import type { MessageHeaders } from '@lianxi/schema/events/read-envelope'
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs'
import { headersOf } from './decode-headers'
import type { Delivery, Position, StoredMessage } from './delivery'
import { createLanes, type FetchedBatch } from './lanes'

export type GroupHandlers = {
  onDelivery: (delivery: Delivery) => Promise<void>
  onJoined: (assigned: Position[]) => void
  onFetched: () => void
  /** Topics given to this member although it did not subscribe to them: nobody reads them. */
  onUnsubscribedTopics: (topics: string[]) => void
  /** The consumer stopped for good; KafkaJS itself would leave the process alive and deaf. */
  onCrash: (error: Error) => void
}
export type GroupOptions = { groupId: string; topics: string[]; sessionTimeoutMs: number }
export type Group = {
  /** Returns when the first assignment is there; deliveries may come before that. */
  join: () => Promise<void>
  seek: (position: Position, offset: bigint) => void
  pause: (position: Position) => void
  resume: (position: Position) => void
  leave: () => Promise<void>
}

/** How long an idle fetch waits at the broker; new messages end the wait at once, a seek or resume must outwait it. */
const MAX_WAIT_MS = 150
/** A chunk of about two thousand reports a topic, of eight topics at once. Two fetches are in memory. */
const MAX_PARTITION_BYTES = 2_100_000
const MAX_FETCH_BYTES = 16_800_000
/** Chunks of several partitions meet at the board clock's lock: one writes, the others parse, store and compare. */
const PARTITIONS_AT_ONCE = 3
/** Batches of a fetch that wait for their turn: no partition waits for another one's. */
const BATCHES_AT_ONCE = 16

function toFetchedBatch(payload: EachBatchPayload): FetchedBatch {
  const { batch } = payload
  const { topic, partition, messages } = batch
  const last = messages.at(-1)?.offset ?? batch.lastOffset()
  return {
    topic,
    partition,
    lastOffset: BigInt(last),
    unpack: () => ({
      highWatermark: BigInt(batch.highWatermark),
      messages: messages.map((message) => new FetchedMessage(message)),
    }),
    isFresh: () => payload.isRunning() && !payload.isStale(),
    heartbeat: () => payload.heartbeat(),
    passOver: () => payload.resolveOffset(last),
    tell: (lastOffset) => {
      const offset = String(lastOffset + 1n)
      return payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] })
    },
  }
}

/** Headers are unpacked when somebody looks at them, and kept by nobody: most are read once and then in the way. */
class FetchedMessage implements StoredMessage {
  readonly offset: bigint
  readonly appendedAt: Date

  constructor(private readonly fetched: KafkaMessage) {
    this.offset = BigInt(fetched.offset)
    this.appendedAt = new Date(Number(fetched.timestamp))
  }

  get key(): Buffer | null {
    return this.fetched.key
  }

  get value(): Buffer | null {
    return this.fetched.value
  }

  get headers(): MessageHeaders {
    return headersOf(this.fetched.headers)
  }
}

function listen(consumer: Consumer, handlers: GroupHandlers): void {
  consumer.on('consumer.group_join', ({ payload }) => {
    const assigned = Object.entries(payload.memberAssignment)
    handlers.onJoined(assigned.flatMap(([topic, partitions]) => partitions.map((partition) => ({ topic, partition }))))
  })
  consumer.on('consumer.fetch', () => handlers.onFetched())
  consumer.on('consumer.received_unsubscribed_topics', ({ payload }) =>
    handlers.onUnsubscribedTopics(payload.topicsNotSubscribed),
  )
  consumer.on('consumer.crash', ({ payload }) => handlers.onCrash(payload.error))
}

/** A membership of the consumer group for exactly these topics. A changed list of topics needs a new one. */
export function openGroup(kafka: Kafka, options: GroupOptions, handlers: GroupHandlers): Group {
  const consumer = kafka.consumer({
    groupId: options.groupId,
    allowAutoTopicCreation: false,
    minBytes: 1,
    maxWaitTimeInMs: MAX_WAIT_MS,
    maxBytes: MAX_FETCH_BYTES,
    maxBytesPerPartition: MAX_PARTITION_BYTES,
    sessionTimeout: options.sessionTimeoutMs,
    heartbeatInterval: Math.min(3_000, Math.floor(options.sessionTimeoutMs / 3)),
  })
  const seek = ({ topic, partition }: Position, offset: bigint) =>
    consumer.seek({ topic, partition, offset: String(offset) })
  const { onDelivery: handle, onCrash: onError } = handlers
  const lanes = createLanes({ atOnce: PARTITIONS_AT_ONCE, handle, seek, onError })
  const onJoined = (assigned: Position[]) => {
    lanes.outdateAll()
    handlers.onJoined(assigned)
  }
  listen(consumer, { ...handlers, onJoined })
  return {
    join: async () => {
      await consumer.connect()
      await consumer.subscribe({ topics: options.topics, fromBeginning: true })
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: BATCHES_AT_ONCE,
        eachBatch: (payload) => lanes.take(toFetchedBatch(payload)),
      })
    },
    seek: (position, offset) => {
      lanes.outdate(position)
      seek(position, offset)
    },
    pause: ({ topic, partition }) => consumer.pause([{ topic, partitions: [partition] }]),
    resume: ({ topic, partition }) => consumer.resume([{ topic, partitions: [partition] }]),
    leave: async () => {
      await lanes.drain()
      await consumer.disconnect()
    },
  }
}
