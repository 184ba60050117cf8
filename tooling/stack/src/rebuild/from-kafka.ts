import { createBoardWriter, type BoardWriter } from '@lianxi/db/apply/board-writer'
import type { IncomingChunk, IncomingMessage } from '@lianxi/db/apply/incoming'
import { createPool } from '@lianxi/db/pool'
import { readEnvelope } from '@lianxi/schema/events/read-envelope'
import type { Kafka } from 'kafkajs'
import { ownedBy } from './owned-by'
import { mergeByMoment, type MomentRun } from './merge'
import { refuseRunning } from './refuse-running'
import { readTopics, type Span } from './topic-reader'

export type FromKafkaOptions = {
  /** Address of the database as its owner. */
  url: string
  kafka: Kafka
  /** Regions and zones to read; empty: all. */
  owners: readonly string[]
  /** When a message became known: as the broker stored it, or (in a demo, whose clock is its own) as it was said. */
  moments: 'appended' | 'said'
  signal: AbortSignal
  onProgress: (progress: { read: number; total: number }) => void
}
export type FromKafkaResult = { kind: 'read'; events: number; parked: number; topics: number } | { kind: 'cancelled' }

/**
 * Fills an empty, migrated database from the topics alone. Current rows come out as they were; the board's moments are
 * the messages' own, merged over the topics, so the past is told in its order. Killed half-way it goes on where it was.
 * @throws Refusal while a worker runs on this database: it would stamp what it reads with the present
 */
export async function readFromKafka(options: FromKafkaOptions): Promise<FromKafkaResult> {
  const pool = createPool(options.url, { max: 2, applicationName: 'lianxi-rebuild' })
  try {
    await refuseRunning(pool, ['lianxi-consumer'], 'stamp old messages with the present')
    const spans = await findSpans(pool, options)
    if (spans.length === 0) return { kind: 'read', events: 0, parked: 0, topics: 0 }
    const result = await fill(pool, spans, options)
    if (options.moments === 'said' && result.kind === 'read') await setDemoClock(pool)
    return result
  } finally {
    await pool.end()
  }
}

type Pool = ReturnType<typeof createPool>

/** A demo's clock stands where its last message left it, until somebody moves it on. */
async function setDemoClock(pool: Pool): Promise<void> {
  await pool.query(
    'INSERT INTO demo_clock (id, moment) SELECT 1, last_stamp FROM board_clock ON CONFLICT (id) DO NOTHING',
  )
}

/** From where the database is to where each topic ends now; what comes later is the worker's. */
async function findSpans(pool: Pool, { kafka, owners }: FromKafkaOptions): Promise<Span[]> {
  const { rows } = await pool.query<{ topic: string; next: string }>(
    'SELECT topic, next_offset AS next FROM consumer_offset WHERE partition = 0',
  )
  const applied = new Map(rows.map(({ topic, next }) => [topic, BigInt(next)]))
  const admin = kafka.admin()
  await admin.connect()
  try {
    const spans: Span[] = []
    for (const topic of (await admin.listTopics()).filter((name) => ownedBy(name, owners)).sort()) {
      const [end] = await admin.fetchTopicOffsets(topic)
      const low = BigInt(end?.low ?? 0)
      const next = applied.get(topic) ?? 0n
      spans.push({ topic, from: next > low ? next : low, until: BigInt(end?.high ?? 0) })
    }
    return spans.filter(({ from, until }) => from < until)
  } finally {
    await admin.disconnect()
  }
}

async function fill(pool: Pool, spans: readonly Span[], options: FromKafkaOptions): Promise<FromKafkaResult> {
  const total = spans.reduce((sum, { from, until }) => sum + Number(until - from), 0)
  const board = createBoardWriter(pool)
  const reader = await readTopics(options.kafka, spans)
  const ends = new Map(spans.map(({ topic, until }) => [topic, until]))
  const done = { kind: 'read' as const, events: 0, parked: 0, topics: spans.length }
  let read = 0
  try {
    const sources = spans.map(({ topic }) => ({ topic, next: () => reader.next(topic) }))
    for await (const run of mergeByMoment(sources, options.moments === 'said' ? saidAt : appendedAt)) {
      if (options.signal.aborted) return { kind: 'cancelled' }
      const applied = await applyRun(board, run, ends.get(run.topic) ?? 0n)
      done.events += applied.events
      done.parked += applied.parked
      read += run.messages.length
      options.onProgress({ read, total })
    }
  } finally {
    await reader.close()
  }
  return done
}

const appendedAt = (message: IncomingMessage): Date => message.appendedAt

/** What says nothing readable of itself became known when it was stored. */
function saidAt(message: IncomingMessage): Date {
  const envelope = readEnvelope(message.headers)
  return envelope.ok ? new Date(envelope.value.time) : message.appendedAt
}

type Applied = { events: number; parked: number }

async function applyRun(
  board: BoardWriter,
  { topic, moment, messages }: MomentRun,
  highWatermark: bigint,
): Promise<Applied> {
  // What a topic no longer has cannot be waited for here.
  const chunk: IncomingChunk = { topic, partition: 0, messages, highWatermark, acceptGap: true, moment }
  const result = await board.apply(chunk)
  switch (result.kind) {
    case 'applied':
      return result
    case 'nothing':
      return { events: 0, parked: 0 }
    case 'unappliable':
      return applyOneByOne(board, chunk)
    case 'held':
    case 'gap':
    case 'recreated':
      throw new Error(`${topic} at ${messages[0]?.offset}: ${result.kind}, although nobody else writes here`)
    default:
      return result satisfies never
  }
}

/** The message at fault is parked when its attempts are used up, as the worker would have done. */
async function applyOneByOne(board: BoardWriter, chunk: IncomingChunk): Promise<Applied> {
  const sum = { events: 0, parked: 0 }
  for (const message of chunk.messages) {
    let result = await board.applyAlone({ ...chunk, messages: [message] })
    for (let tries = 1; result.kind === 'unappliable' && tries < 10; tries += 1) {
      result = await board.applyAlone({ ...chunk, messages: [message] })
    }
    if (result.kind !== 'applied') throw new Error(`${chunk.topic} at ${message.offset}: ${result.kind}`)
    sum.events += result.events
    sum.parked += result.parked
  }
  return sum
}
