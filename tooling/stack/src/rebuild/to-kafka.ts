import { provisionTopics } from '@lianxi/broker/topics'
import type { IncomingMessage } from '@lianxi/db/apply/incoming'
import { sha256OfMessage } from '@lianxi/db/apply/content-hash'
import { createPool } from '@lianxi/db/pool'
import { readMessages } from '@lianxi/db/rebuild/read-messages'
import {
  noteLastMessage,
  publishUnreadAgain,
  readAppliedTopics,
  type AppliedTopic,
} from '@lianxi/db/rebuild/republished'
import type { MessageHeaders } from '@lianxi/schema/events/read-envelope'
import { TOPIC_SETTINGS } from '@lianxi/schema/topics'
import kafkajs, { type Admin, type IHeaders, type Kafka, type Producer } from 'kafkajs'
import type { PoolClient } from 'pg'
import { Refusal } from '../refusal'
import { ownedBy } from './owned-by'
import { refuseRunning } from './refuse-running'
import { readTopics } from './topic-reader'

const { ConfigResourceTypes, Partitioners } = kafkajs

export type ToKafkaOptions = {
  /** Address of the database as its owner. */
  url: string
  kafka: Kafka
  /** Regions and zones to publish; empty: all. */
  owners: readonly string[]
  signal: AbortSignal
  onProgress: (progress: { sent: number; total: number }) => void
}
export type ToKafkaResult =
  | { kind: 'sent'; messages: number; fillers: number; topics: number; whole: number; unread: number }
  | { kind: 'cancelled' }

/** A batch must stay below the topic's limit; a message larger than this travels alone. */
const BATCH_BYTES = 150_000
const BATCH_MESSAGES = 500

/**
 * Fills topics that were lost from what the database applied of them: every message at the offset it had and under the
 * moment at which it was first stored, so that workers, and a later `--from-kafka`, go on as if nothing had happened.
 * Where a topic held a repetition, its neighbour is repeated: the worker knows it by its id. Killed half-way it goes on.
 * @throws Refusal while a worker runs on this database, or when a topic holds something else
 */
export async function sendToKafka(options: ToKafkaOptions): Promise<ToKafkaResult> {
  const pool = createPool(options.url, { max: 1, applicationName: 'lianxi-rebuild' })
  const client = await pool.connect()
  const admin = options.kafka.admin()
  try {
    await refuseRunning(client, ['lianxi-consumer', 'lianxi-relay'], 'publish between what is published here')
    await admin.connect()
    const topics = (await readAppliedTopics(client)).filter(({ topic }) => ownedBy(topic, options.owners))
    return await sendAll({ ...options, client, admin }, topics)
  } finally {
    client.release()
    await Promise.allSettled([admin.disconnect(), pool.end()])
  }
}

type Sending = ToKafkaOptions & { client: PoolClient; admin: Admin }
type Lost = AppliedTopic & { high: bigint }

async function sendAll(sending: Sending, topics: readonly AppliedTopic[]): Promise<ToKafkaResult> {
  const { admin, client, kafka, onProgress, signal } = sending
  const names = topics.map(({ topic }) => topic)
  await provisionTopics(admin, names)
  const lost: Lost[] = []
  for (const topic of topics) {
    const high = BigInt((await admin.fetchTopicOffsets(topic.topic))[0]?.high ?? 0)
    if (high < topic.next) lost.push({ ...topic, high })
    else await refuseStranger(kafka, topic)
  }
  const total = lost.reduce((sum, { next, high }) => sum + Number(next - high), 0)
  const done = { messages: 0, fillers: 0 }
  await letOldMomentsIn(admin, lost)
  const producer = kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
  })
  await producer.connect()
  try {
    for (const topic of lost) {
      const sent = await sendTopic(sending, producer, topic, (more) =>
        onProgress({ sent: (done.messages += more), total }),
      )
      if (sent === 'cancelled') return { kind: 'cancelled' }
      done.fillers += sent
    }
  } finally {
    await producer.disconnect()
    await provisionTopics(admin, names) // puts the topics' own settings back
  }
  const unread = signal.aborted
    ? 0
    : await publishUnreadAgain(
        client,
        lost.map(({ topic }) => topic),
      )
  return { kind: 'sent', ...done, topics: lost.length, whole: topics.length - lost.length, unread }
}

/** The moments of the messages are theirs, and what was parked may be as large as a message can be. */
async function letOldMomentsIn(admin: Admin, topics: readonly Lost[]): Promise<void> {
  if (topics.length === 0) return
  const filling = { ...TOPIC_SETTINGS, 'message.timestamp.type': 'CreateTime', 'max.message.bytes': '1048576' }
  const configEntries = Object.entries(filling).map(([name, value]) => ({ name, value }))
  await admin.alterConfigs({
    validateOnly: false,
    resources: topics.map(({ topic }) => ({ type: ConfigResourceTypes.TOPIC, name: topic, configEntries })),
  })
}

async function sendTopic(
  { client, kafka, signal }: Sending,
  producer: Producer,
  { topic, next, high }: Lost,
  onSent: (messages: number) => void,
): Promise<number | 'cancelled'> {
  let fillers = 0
  let last: IncomingMessage | undefined
  let batch: IncomingMessage[] = []
  for await (const message of inEveryPlace(client, topic, next)) {
    if (message.offset === high - 1n) await refuseOther(kafka, topic, message)
    last = message
    if (message.offset < high) continue
    if (message.filler) fillers += 1
    if (batch.length === BATCH_MESSAGES || bytesOf(batch) + bytesOf([message]) > BATCH_BYTES) {
      await send(producer, topic, batch)
      onSent(batch.length)
      batch = []
      if (signal.aborted) return 'cancelled'
    }
    batch.push(message)
  }
  await send(producer, topic, batch)
  onSent(batch.length)
  if (last !== undefined) await noteLastMessage(client, topic, last)
  return fillers
}

type Placed = IncomingMessage & { filler: boolean }

/** One message for every offset below `next`. */
async function* inEveryPlace(client: PoolClient, topic: string, next: bigint): AsyncGenerator<Placed> {
  let place = 0n
  let neighbour: IncomingMessage | undefined
  for (;;) {
    const page = await readMessages(client, topic, place)
    const known = page.filter(({ offset }) => offset < next)
    for (const message of known) {
      neighbour ??= message
      while (place < message.offset) yield { ...neighbour, offset: place++, filler: true }
      yield { ...message, filler: false }
      neighbour = message
      place += 1n
    }
    if (known.length === 0 || known.length < page.length) break
  }
  if (place < next && neighbour === undefined) {
    throw new Refusal(`数据库中没有 ${topic} 的任何消息。\nThe database has no message of ${topic}.`)
  }
  while (place < next && neighbour !== undefined) yield { ...neighbour, offset: place++, filler: true }
}

async function send(producer: Producer, topic: string, batch: readonly IncomingMessage[]): Promise<void> {
  const [first] = batch
  if (first === undefined) return
  const messages = batch.map(({ key, value, headers, appendedAt }) => ({
    ...{ key, value, headers: headersOf(headers), partition: 0 },
    timestamp: String(appendedAt.getTime()),
  }))
  const [answer] = await producer.send({ topic, messages, acks: -1, timeout: 30_000 })
  if (answer?.baseOffset !== String(first.offset)) throw strange(topic)
}

/** KafkaJS writes a header without a value as one; its types do not know that. */
const headersOf = (headers: MessageHeaders): IHeaders => headers as IHeaders

const bytesOf = (messages: readonly IncomingMessage[]): number =>
  messages.reduce((sum, { key, value }) => sum + (key?.length ?? 0) + (value?.length ?? 0) + 600, 0)

/** A topic that is long enough must be the one the database knows. */
async function refuseStranger(kafka: Kafka, { topic, next, lastSha256 }: AppliedTopic): Promise<void> {
  const found = await messageAt(kafka, topic, next - 1n)
  if (found === undefined || lastSha256 === null || sha256OfMessage(found).equals(lastSha256)) return
  throw strange(topic)
}

/** An earlier run may have got so far; anything else was put there by somebody else. */
async function refuseOther(kafka: Kafka, topic: string, message: IncomingMessage): Promise<void> {
  const found = await messageAt(kafka, topic, message.offset)
  if (found === undefined || !sha256OfMessage(found).equals(sha256OfMessage(message))) throw strange(topic)
}

async function messageAt(kafka: Kafka, topic: string, offset: bigint): Promise<IncomingMessage | undefined> {
  const reader = await readTopics(kafka, [{ topic, from: offset, until: offset + 1n }])
  try {
    return await reader.next(topic)
  } finally {
    await reader.close()
  }
}

const strange = (topic: string): Refusal =>
  new Refusal(
    `主题 ${topic} 中已有其他消息；请停止一切写入，删除该主题后再运行。\n` +
      `${topic} holds something else: stop whoever writes there, delete the topic, run this again.`,
  )
