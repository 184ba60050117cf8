import type { IncomingMessage } from '@lianxi/db/apply/incoming'
import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs'

/** What a topic has to be read: offsets `from` (inclusive) to `until` (exclusive). */
export type Span = { topic: string; from: bigint; until: bigint }
export type TopicReader = {
  /** The next message of a topic; undefined when its span is read. */
  next: (topic: string) => Promise<IncomingMessage | undefined>
  close: () => Promise<void>
}

/** A topic that is ahead of the others waits with this much in memory. */
const ENOUGH_BYTES = 2_097_152

type Stream = Span & { waiting: IncomingMessage[]; bytes: number; paused: boolean }

const sizeOf = ({ key, value }: IncomingMessage): number => (key?.length ?? 0) + (value?.length ?? 0) + 500

/** Reads several topics side by side, each in its order and no further ahead than a few megabytes. */
export async function readTopics(kafka: Kafka, spans: readonly Span[]): Promise<TopicReader> {
  const streams = new Map(
    spans.map((span): [string, Stream] => [span.topic, { ...span, waiting: [], bytes: 0, paused: false }]),
  )
  const groupId = `lianxi-rebuild-${randomUUID()}`
  const consumer = kafka.consumer({
    groupId,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: 200, // a fetch of what is not there yet ends so soon, and with it a disconnect
    retry: { restartOnFailure: () => Promise.resolve(false) },
  })
  const arrivals = new Bell()
  consumer.on('consumer.crash', ({ payload }) => arrivals.ring(payload.error))
  await consumer.connect()
  await consumer.subscribe({ topics: spans.map(({ topic }) => topic), fromBeginning: true })
  await consumer.run({
    autoCommit: false,
    eachBatch: (payload) => {
      take(consumer, streams.get(payload.batch.topic), payload)
      arrivals.ring()
      return Promise.resolve()
    },
  })
  for (const { topic, from } of spans) consumer.seek({ topic, partition: 0, offset: String(from) })
  return {
    next: (topic) => nextOf(consumer, streams.get(topic), arrivals),
    close: async () => {
      await consumer.disconnect()
      await forgetGroup(kafka, groupId)
    },
  }
}

function take(consumer: Consumer, stream: Stream | undefined, { batch }: EachBatchPayload): void {
  if (stream === undefined) return
  for (const { offset, key, value, headers, timestamp } of batch.messages) {
    const message = {
      offset: BigInt(offset),
      key,
      value,
      headers: headers ?? {},
      appendedAt: new Date(Number(timestamp)),
    }
    if (message.offset < stream.from || message.offset >= stream.until) continue // fetched before the seek, or too new
    stream.from = message.offset + 1n
    stream.waiting.push(message)
    stream.bytes += sizeOf(message)
  }
  if (stream.bytes < ENOUGH_BYTES || stream.paused) return
  stream.paused = true
  consumer.pause([{ topic: stream.topic }])
}

async function nextOf(
  consumer: Consumer,
  stream: Stream | undefined,
  arrivals: Bell,
): Promise<IncomingMessage | undefined> {
  if (stream === undefined) return undefined
  while (stream.waiting.length === 0) {
    if (stream.from >= stream.until) return undefined
    await arrivals.heard()
  }
  const message = stream.waiting.shift()
  if (message !== undefined) stream.bytes -= sizeOf(message)
  if (stream.paused && stream.bytes < ENOUGH_BYTES / 2) {
    stream.paused = false
    consumer.resume([{ topic: stream.topic }])
  }
  return message
}

/** Wakes who waits for the next delivery; a consumer that ended says why. */
class Bell {
  private readonly emitter = new EventEmitter()
  private failure: Error | undefined

  ring(failure?: Error): void {
    this.failure ??= failure
    this.emitter.emit('rung')
  }

  async heard(): Promise<void> {
    if (this.failure === undefined) await once(this.emitter, 'rung')
    if (this.failure !== undefined) throw this.failure
  }
}

/** A group of one run only; the broker would keep it for a week. */
async function forgetGroup(kafka: Kafka, groupId: string): Promise<void> {
  const admin = kafka.admin()
  await admin.connect()
  try {
    await admin.deleteGroups([groupId])
  } finally {
    await admin.disconnect()
  }
}
