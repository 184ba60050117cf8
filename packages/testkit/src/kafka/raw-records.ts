import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import kafkajs from 'kafkajs'
import { testKafka } from './client'

/** A record as the wire carries it: header names and values are bytes, a header may come twice or have no value. */
export type RawRecord = { key: Buffer | null; value: Buffer | null; headers: [name: Buffer, value: Buffer | null][] }

/** Signed numbers as Kafka writes them: zigzag, seven bits a byte. */
export function varint(value: number): Buffer {
  const bytes: number[] = []
  let left = value < 0 ? -2 * value - 1 : 2 * value
  do {
    bytes.push(left > 0x7f ? (left % 0x80) + 0x80 : left)
    left = Math.floor(left / 0x80)
  } while (left > 0)
  return Buffer.from(bytes)
}
const sized = (bytes: Buffer | null): Buffer =>
  bytes === null ? varint(-1) : Buffer.concat([varint(bytes.length), bytes])

/** The records of one batch, uncompressed: what a codec would be given. */
export function encodeRecords(records: readonly RawRecord[]): Buffer {
  const encoded = records.map(({ key, value, headers }, index) => {
    const flat = headers.flatMap(([name, text]) => [sized(name), sized(text)])
    return sized(
      Buffer.concat([Buffer.from([0, 0]), varint(index), sized(key), sized(value), varint(headers.length), ...flat]),
    )
  })
  return Buffer.concat(encoded)
}

// Node finds only some of a CommonJS module's names by itself; the codecs are not among them.
const { CompressionCodecs, CompressionTypes, Partitioners } = kafkajs

export type Codec = 'gzip' | 'snappy' | 'lz4' | 'zstd'
const CODECS = {
  gzip: CompressionTypes.GZIP,
  snappy: CompressionTypes.Snappy,
  lz4: CompressionTypes.LZ4,
  zstd: CompressionTypes.ZSTD,
} as const satisfies Record<Codec, number>

export type RawProducer = {
  /** Sends a batch that says it holds `count` records, compressed with `codec`, and whose bytes are these. */
  sendBatch: (topic: string, batch: { codec: Codec; count: number; bytes: Buffer }) => Promise<bigint>
  /** Sends records in gzip batches below the topics' limit, and returns the first one's offset. */
  sendRecords: (topic: string, records: readonly RawRecord[]) => Promise<bigint>
  disconnect: () => Promise<void>
}

/** A topic that was just made: the broker tells its leader a moment before it takes anything for it. */
const NOT_YET = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE'])
const isNotYet = (error: unknown): boolean =>
  error instanceof Error && (('type' in error && NOT_YET.has(String(error.type))) || isNotYet(error.cause))
const NOT_YET_TRIES = 50
const NOT_YET_PAUSE_MS = 100

/** Nothing is sent twice: tried again only while the broker has not taken it for the topic's sake. */
async function onceWritable<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send()
    } catch (error) {
      if (!isNotYet(error) || tries === NOT_YET_TRIES) throw error
      await delay(NOT_YET_PAUSE_MS)
    }
  }
}

/** Room for the batch's own head below `max.message.bytes` of 262,144. */
const BATCH_BYTES = 262_000

/** A broker needs its time to unpack what claims to be large, and says so only then. */
const BOMB_MS = 90_000

/** A producer that says nothing but what the test gives it, byte by byte. KafkaJS only carries it to the broker. */
export async function createRawProducer(username = 'admin'): Promise<RawProducer> {
  const producer = testKafka({ username, requestTimeoutMs: BOMB_MS }).producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
    maxInFlightRequests: 1,
    retry: { retries: 0 },
  })
  await producer.connect()
  const sendBatch: RawProducer['sendBatch'] = async (topic, { codec, count, bytes }) => {
    CompressionCodecs[CODECS[codec]] = () => ({
      compress: () => Promise.resolve(bytes),
      decompress: () => Promise.reject(new Error('nothing is read here')),
    })
    const messages = Array.from({ length: count }, () => ({ key: null, value: null }))
    const batch = { topic, acks: -1, compression: CODECS[codec], messages, timeout: 20_000 }
    const [sent] = await onceWritable(() => producer.send(batch))
    if (sent?.baseOffset === undefined) throw new Error(`no offset for a batch sent to ${topic}`)
    return BigInt(sent.baseOffset)
  }
  const sendRecords: RawProducer['sendRecords'] = async (topic, records) => {
    const offsets: bigint[] = []
    for (const batch of batchesOf(records)) {
      offsets.push(
        await sendBatch(topic, {
          codec: 'gzip',
          count: batch.length,
          bytes: gzipSync(encodeRecords(batch), { level: 1 }),
        }),
      )
    }
    const [first] = offsets
    if (first === undefined) throw new Error('no records to send')
    return first
  }
  return { sendBatch, sendRecords, disconnect: () => producer.disconnect() }
}

function batchesOf(records: readonly RawRecord[]): RawRecord[][] {
  const batches: RawRecord[][] = [[]]
  let bytes = 0
  for (const record of records) {
    // A few bytes more than measured alone, because its number in the batch is longer than its number 0.
    const size = encodeRecords([record]).length + 3
    if (bytes > 0 && bytes + size > BATCH_BYTES) {
      batches.push([])
      bytes = 0
    }
    batches.at(-1)?.push(record)
    bytes += size
  }
  return batches
}
