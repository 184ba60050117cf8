import type { MessageHeaders } from '@lianxi/schema/events/read-envelope'
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs'

export type Position = { topic: string; partition: number }
export type StoredMessage = {
  offset: bigint
  key: Buffer | null
  value: Buffer | null
  headers: MessageHeaders
  appendedAt: Date
}
export type Delivery = Position & {
  messages: StoredMessage[]
  highWatermark: bigint
  /** False when the group moved on or somebody sought: what is left must not be applied from this delivery. */
  isCurrent: () => boolean
  /** After COMMIT only: everything up to and including `lastOffset` is in the database. */
  resolve: (lastOffset: bigint) => Promise<void>
}
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
/**
 * KafkaJS fetches again only when every batch of the last fetch is done: many chunks of a thousand reports a fetch keep
 * worker and database busy at the same time to its end, and what it unpacks at once stays small.
 */
const MAX_PARTITION_BYTES = 1_200_000
const MAX_FETCH_BYTES = 9_600_000
/** Chunks of several partitions meet at the board clock's lock: one writes, the others parse, store and compare. */
const PARTITIONS_AT_ONCE = 3

function toDelivery(payload: EachBatchPayload): Delivery {
  const { batch } = payload
  const { topic, partition } = batch
  return {
    topic,
    partition,
    highWatermark: BigInt(batch.highWatermark),
    messages: batch.messages.map((message) => ({
      offset: BigInt(message.offset),
      key: message.key,
      value: message.value,
      headers: message.headers ?? {},
      appendedAt: new Date(Number(message.timestamp)),
    })),
    isCurrent: () => payload.isRunning() && !payload.isStale(),
    resolve: async (lastOffset) => {
      payload.resolveOffset(String(lastOffset))
      const offset = String(lastOffset + 1n)
      await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] })
      await payload.heartbeat()
    },
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
  listen(consumer, handlers)
  return {
    join: async () => {
      await consumer.connect()
      await consumer.subscribe({ topics: options.topics, fromBeginning: true })
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
        eachBatch: (payload) => handlers.onDelivery(toDelivery(payload)),
      })
    },
    seek: ({ topic, partition }, offset) => consumer.seek({ topic, partition, offset: String(offset) }),
    pause: ({ topic, partition }) => consumer.pause([{ topic, partitions: [partition] }]),
    resume: ({ topic, partition }) => consumer.resume([{ topic, partitions: [partition] }]),
    leave: () => consumer.disconnect(),
  }
}
