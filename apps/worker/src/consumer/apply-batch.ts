import type { BoardWriter } from '@lianxi/db/apply/board-writer'
import type { Applied, ChunkResult } from '@lianxi/db/apply/incoming'
import { chunksOf } from '@lianxi/db/chunks-of'
import type { Logger } from 'pino'
import type { Delivery, StoredMessage } from '../kafka/delivery'
import type { Group } from '../kafka/group'
import { inSpan } from '@lianxi/telemetry/span'
import { spanOf, tellTraces } from './chunk-traces'
import { noteLag, type ConsumerStatus } from './consumer-status'
import { positionKey, type Pauses } from './pauses'
import type { Probe } from './probe'

/** One transaction's worth of messages. */
const CHUNK = 3_000
/** More than the tries after which a message is parked: one that cannot even be parked stops its topic. */
const MAX_TRIES = 10

export type BatchDeps = {
  board: BoardWriter
  probe: Probe
  pauses: Pauses
  status: ConsumerStatus
  log: Logger
  group: () => Group | undefined
}

/** `sought`: offsets already sought because of a gap; the second time the gap is real. */
type Context = BatchDeps & { sought: Map<string, bigint> }
/** Messages of one transaction; `alone`: one message whose attempts are counted. */
type Run = { messages: StoredMessage[]; alone: boolean }
/** Whether the rest of the delivery may follow; `again`: this message failed alone and its attempt was counted. */
type Step = 'go-on' | 'stop' | 'again'

/**
 * Applies a delivery chunk by chunk. Whatever cannot be applied now stays unresolved in Kafka: the partition pauses,
 * seeks or halts, and the same messages come again.
 */
export function createBatchHandler(deps: BatchDeps): (delivery: Delivery) => Promise<void> {
  const context: Context = { ...deps, sought: new Map() }
  const { status, probe, pauses } = deps
  return async (delivery) => {
    if (!delivery.isCurrent()) return
    if (status.halted.has(delivery.topic)) return deps.group()?.pause(delivery)
    switch (probe.compare(delivery, delivery.messages)) {
      case 'other':
        return pauses.halt(delivery, 'recreated: the last applied message is no longer the same')
      case 'unknown':
        return checkFirst(context, delivery)
      case 'same':
        return applyChunks(context, delivery)
    }
  }
}

/** The check seeks, so these messages come again, after the last applied one has been compared. */
async function checkFirst(context: Context, delivery: Delivery): Promise<void> {
  try {
    await context.probe.check(delivery)
  } catch (error) {
    waitOutOutage(context, delivery, error)
  }
}

async function applyChunks(context: Context, delivery: Delivery): Promise<void> {
  for (const messages of chunksOf(delivery.messages, CHUNK)) {
    if (!delivery.isCurrent()) return
    if ((await attempt(context, delivery, { messages, alone: false })) === 'stop') return
  }
}

async function attempt(context: Context, delivery: Delivery, run: Run): Promise<Step> {
  const { topic, partition, highWatermark } = delivery
  const acceptGap = context.sought.has(positionKey(delivery))
  const apply = run.alone ? context.board.applyAlone : context.board.apply
  const chunk = { topic, partition, messages: run.messages, highWatermark, acceptGap }
  const started = performance.now()
  let outcome: ChunkResult
  try {
    outcome = await inSpan(spanOf(chunk), () => apply(chunk))
  } catch (error) {
    waitOutOutage(context, delivery, error)
    return 'stop'
  }
  if (outcome.kind === 'applied') {
    context.status.onChunk({ messages: run.messages.length, seconds: (performance.now() - started) / 1000 })
    tellTraces(context.log, chunk, outcome)
  }
  return settle(context, delivery, run, outcome)
}

async function settle(context: Context, delivery: Delivery, run: Run, outcome: ChunkResult): Promise<Step> {
  const { pauses, sought, group } = context
  switch (outcome.kind) {
    case 'applied':
      count(context, delivery, outcome)
      await moveOn(context, delivery, run, outcome.nextOffset)
      return 'go-on'
    case 'nothing':
      await moveOn(context, delivery, run, outcome.nextOffset)
      return 'go-on'
    case 'held':
      pauses.hold(delivery, 'held', 'another worker writes this partition')
      return 'stop'
    case 'recreated':
      // Or only an old delivery, fetched before another worker went on: the broker is asked how far the topic goes now.
      await checkFirst(context, delivery)
      return 'stop'
    case 'gap':
      sought.set(positionKey(delivery), outcome.nextOffset)
      group()?.seek(delivery, outcome.nextOffset)
      return 'stop'
    case 'unappliable':
      return run.alone ? 'again' : isolate(context, delivery, run.messages, outcome.error)
    default:
      return outcome satisfies never
  }
}

/** In the database, now or before: only this moves the group on. */
async function moveOn(context: Context, delivery: Delivery, { messages }: Run, nextOffset: bigint): Promise<void> {
  const { status, sought, pauses } = context
  noteLag(status, delivery.topic, delivery.highWatermark - nextOffset)
  sought.delete(positionKey(delivery))
  pauses.clear(delivery)
  const last = messages.at(-1)
  if (last !== undefined) await delivery.resolve(last.offset)
}

function count({ status, log }: Context, { topic, partition }: Delivery, outcome: Applied): void {
  const { counters } = status
  status.lastCommitAt = new Date()
  counters.chunks += 1
  counters.events += outcome.events
  counters.parked += outcome.parked
  counters.duplicates += outcome.duplicates
  if (outcome.parked > 0) log.warn({ topic, partition, parked: outcome.parked }, 'messages parked')
  if (!outcome.gap) return
  counters.gaps += 1
  log.error({ topic, partition, nextOffset: String(outcome.nextOffset) }, 'messages are missing, gap accepted')
}

/** One message at a time, so that only the one at fault fails; it is tried three times before it is parked. */
async function isolate(context: Context, delivery: Delivery, messages: StoredMessage[], error: Error): Promise<Step> {
  const { topic, partition } = delivery
  context.log.warn({ err: error, topic, partition, from: String(messages[0]?.offset) }, 'isolating a message')
  for (const message of messages) {
    if ((await applyOrPark(context, delivery, message)) === 'stop') return 'stop'
  }
  return 'go-on'
}

async function applyOrPark(context: Context, delivery: Delivery, message: StoredMessage): Promise<Step> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    if (!delivery.isCurrent()) return 'stop'
    const step = await attempt(context, delivery, { messages: [message], alone: true })
    if (step !== 'again') return step
  }
  context.pauses.halt(delivery, `offset ${message.offset} can be neither applied nor parked`)
  return 'stop'
}

function waitOutOutage({ pauses }: Context, delivery: Delivery, error: unknown): void {
  pauses.hold(delivery, 'outage', error instanceof Error ? error.message : String(error))
}
