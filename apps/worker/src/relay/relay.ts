import type { PendingEvent, RelayPass } from '@lianxi/db/outbox/relay-store'
import { inSpan } from '@lianxi/telemetry/span'
import type { Logger } from 'pino'
import { backoffMs } from '../backoff'
import type { EventProducer } from '../kafka/producer'
import { createLogLimit, type LogLimit } from '../log-limit'
import { startLoop } from '../loop'
import { createRelayStatus, type RelayStatus } from './relay-status'
import { sendTopic, type TopicResult } from './send-topic'
import { spanOf, tellSent } from './tell-sent'

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
  const limit = createLogLimit()

  /** Topics in the order of their oldest row; an outage of the broker ends the pass, the rest would only time out. */
  const send = async (rows: readonly PendingEvent[]): Promise<TopicResult[]> => {
    const results: TopicResult[] = []
    for (const topic of new Set(rows.map((row) => row.topic))) {
      const ofTopic = rows.filter((row) => row.topic === topic)
      const result = await inSpan(spanOf(topic, ofTopic), () => sendTopic(producer, topic, ofTopic))
      note({ status, limit, log }, topic, result)
      tellSent(log, topic, ofTopic, result)
      results.push(result)
      if (result.failure?.reach === 'broker') break
    }
    return results
  }

  const pass = async () => {
    // Before BEGIN: a connection that hangs must not hold the relay's lock.
    await connect(producer, status)
    const now = new Date()
    const resting = [...status.failing].filter(([, { nextTryAt }]) => nextTryAt > now).map(([topic]) => topic)
    const read = await publishPending({ limit: PASS, resting, send })
    status.lastPassAt = new Date()
    if (read === PASS) loop.wake()
  }
  const loop = startLoop({
    name: 'relay',
    everyMs,
    log,
    step: () => pass().finally(() => (status.lastTurnAt = new Date())),
  })
  return {
    status,
    wake: loop.wake,
    /** Ends after the pass under way. What is still in the outbox is safe there, and the next relay's work. */
    stop: async () => {
      await loop.stop()
      await producer.disconnect()
    },
  }
}

async function connect(producer: EventProducer, status: RelayStatus): Promise<void> {
  try {
    await producer.connect()
    status.unreachable = undefined
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    status.unreachable = { reason, since: status.unreachable?.since ?? new Date() }
    throw error
  }
}

type Noting = { status: RelayStatus; limit: LogLimit; log: Logger }

/** Writes down how a topic's send went; a topic that fails again and again is told once a minute. */
function note({ status, limit, log }: Noting, topic: string, result: TopicResult): void {
  status.published += result.published.length
  status.refused += result.refused.length
  for (const { id, reason } of result.refused)
    log.error({ topic, outboxId: String(id), reason }, 'event refused for good')
  const before = status.failing.get(topic)
  if (result.failure === undefined) {
    status.failing.delete(topic)
    limit.forget(topic)
    if (before) log.info({ topic, failures: before.failures }, 'topic written again')
    return
  }
  const failures = (before?.failures ?? 0) + 1
  const { reason } = result.failure
  const nextTryAt = new Date(Date.now() + backoffMs(failures))
  status.failing.set(topic, { reason, failures, since: before?.since ?? new Date(), nextTryAt })
  const withheld = limit.due(topic)
  if (withheld !== undefined)
    log.warn({ topic, ...result.failure, failures, withheld }, 'topic not written, trying again')
}
