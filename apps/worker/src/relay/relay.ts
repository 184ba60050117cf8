import type { PendingEvent, RelayPass } from '@lianxi/db/outbox/relay-store'
import type { Logger } from 'pino'
import { backoffMs } from '../backoff'
import type { EventProducer } from '../kafka/producer'
import { startLoop } from '../loop'
import { createRelayStatus, type RelayStatus } from './relay-status'
import { sendTopic, type TopicResult } from './send-topic'

export type RelayDeps = {
  producer: EventProducer
  /** One pass over the outbox in one transaction; `send` is called inside it. */
  publishPending: (pass: RelayPass) => Promise<number>
  log: Logger
  everyMs: number
}
export type RunningRelay = { status: RelayStatus; wake: () => void; stop: () => Promise<void> }

/** Rows of one pass; more wait for the next, which follows at once. */
const PASS = 500

/** Outbox → topics. Woken by NOTIFY, looking every second anyway, because a notification can be lost. */
export function startRelay({ producer, publishPending, log, everyMs }: RelayDeps): RunningRelay {
  const status = createRelayStatus(new Date())

  const note = (topic: string, result: TopicResult) => {
    status.published += result.published.length
    status.refused += result.refused.length
    for (const { id, reason } of result.refused)
      log.error({ topic, outboxId: String(id), reason }, 'event refused for good')
    if (result.failure === undefined) return void status.failing.delete(topic)
    const failures = (status.failing.get(topic)?.failures ?? 0) + 1
    const nextTryAt = new Date(Date.now() + backoffMs(failures))
    status.failing.set(topic, { reason: result.failure.reason, failures, nextTryAt })
    log.warn({ topic, ...result.failure, failures }, 'topic not written, trying again')
  }

  /** Topics in the order of their oldest row; an outage of the broker ends the pass, the rest would only time out. */
  const send = async (rows: readonly PendingEvent[]): Promise<TopicResult[]> => {
    const results: TopicResult[] = []
    for (const topic of new Set(rows.map((row) => row.topic))) {
      const result = await sendTopic(
        producer,
        topic,
        rows.filter((row) => row.topic === topic),
      )
      note(topic, result)
      results.push(result)
      if (result.failure?.reach === 'broker') break
    }
    return results
  }

  const loop = startLoop({
    name: 'relay',
    everyMs,
    log,
    step: async () => {
      // Before BEGIN: a connection that hangs must not hold the relay's lock.
      await producer.connect()
      const now = new Date()
      const resting = [...status.failing].filter(([, { nextTryAt }]) => nextTryAt > now).map(([topic]) => topic)
      const read = await publishPending({ limit: PASS, resting, send })
      status.lastPassAt = new Date()
      if (read === PASS) loop.wake()
    },
  })
  return {
    status,
    wake: loop.wake,
    stop: async () => {
      await loop.stop()
      await producer.disconnect()
    },
  }
}
