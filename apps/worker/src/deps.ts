import type { Server } from 'node:http'
import { hostname } from 'node:os'
import { createBoardWriter } from '@lianxi/db/apply/board-writer'
import { writeDueEvents } from '@lianxi/db/calendar/write-due-events'
import { readBacklog } from '@lianxi/db/health/read-backlog'
import { writeWorkerState } from '@lianxi/db/health/worker-state'
import { publishPending } from '@lianxi/db/outbox/relay-store'
import { createPool } from '@lianxi/db/pool'
import type { WorkerPartName } from '@lianxi/schema/views/worker-state'
import type { Logger } from 'pino'
import { composeAdmin } from './admin/compose'
import { startCalendar } from './calendar/calendar'
import { reportCalendar } from './calendar/calendar-report'
import { startConsumer } from './consumer/consumer'
import { addConsumerMetrics } from './consumer/consumer-metrics'
import { reportConsumer } from './consumer/consumer-report'
import { topicFilter } from './consumer/topic-watch'
import type { Env } from './env'
import { startHealth } from './health/health'
import { startHeartbeat } from './health/heartbeat'
import type { Part } from './health/part'
import { composeJudge } from './judge/compose'
import { createTopicAdmin } from './kafka/admin'
import { createKafka, IMPATIENT, type KafkaConnection } from './kafka/client'
import { createEventProducer } from './kafka/producer'
import { explainCrash } from './kafka/refusals'
import { listenTo } from './listener'
import { composeNotices } from './notices/compose'
import { endAfter } from './end-after'
import { composeParked } from './parked/compose'
import { startRelay } from './relay/relay'
import { addRelayMetrics } from './relay/relay-metrics'
import { reportRelay } from './relay/relay-report'
import { checkStart } from './start-check'

export type Worker = {
  start: () => Promise<void>
  /** Ends every part after the step it is in; nothing half done is left behind. */
  stop: () => Promise<void>
}

/** Somebody else must do it then: a second worker, or a person with `prepare`. */
const ADMIN_OFF = 'no part admin here: this process makes no topics, rights or credentials'

/** Relay and calendar look this often even when nobody wakes them. */
const RELAY_MS = 1_000

function connection(env: Env, username = env.KAFKA_USERNAME, password = env.KAFKA_PASSWORD): KafkaConnection {
  const reach = { brokers: env.KAFKA_BROKERS, ssl: env.KAFKA_SSL }
  if (username === undefined || password === undefined) return reach
  return { ...reach, credentials: { mechanism: env.KAFKA_MECHANISM, username, password } }
}

const relayConnection = (env: Env): KafkaConnection =>
  connection(env, env.RELAY_KAFKA_USERNAME ?? env.KAFKA_USERNAME, env.RELAY_KAFKA_PASSWORD ?? env.KAFKA_PASSWORD)

function checkBefore(env: Env, log: Logger, pool: ReturnType<typeof createPool>): Promise<void> {
  const admin = (speaker: KafkaConnection) => createTopicAdmin(createKafka(speaker, 'lianxi-start', log, IMPATIENT))
  const { WORKER_PARTS: parts, WORKER_TOPIC_OWNERS: owners } = env
  const users = [
    ...(parts.includes('consumer') ? [{ variable: 'KAFKA_USERNAME', admin: admin(connection(env)), reads: true }] : []),
    ...(parts.includes('relay')
      ? [{ variable: 'RELAY_KAFKA_USERNAME', admin: admin(relayConnection(env)), reads: false }]
      : []),
  ]
  return checkStart({ pool, users, owners, log })
}

function composeConsumer(env: Env, log: Logger, onCrash: (error: Error) => void): Part {
  const pool = createPool(env.WORKER_DATABASE_URL, { max: 6, applicationName: 'lianxi-consumer' })
  const kafka = createKafka(connection(env), 'lianxi-worker', log)
  const consumer = startConsumer({
    kafka,
    admin: createTopicAdmin(createKafka(connection(env), 'lianxi-worker-admin', log, IMPATIENT)),
    board: createBoardWriter(pool),
    log,
    onCrash: (error) => onCrash(explainCrash(error, env.WORKER_GROUP)),
    options: {
      groupId: env.WORKER_GROUP,
      filter: topicFilter(env.WORKER_TOPIC_OWNERS),
      sessionTimeoutMs: env.WORKER_SESSION_MS,
      pollMs: env.WORKER_POLL_MS,
      probeMs: env.WORKER_PROBE_MS,
    },
  })
  const parked = composeParked(env, log)
  return {
    report: (now) => reportConsumer(consumer.status, now),
    addMetrics: (registry) => addConsumerMetrics(registry, consumer.status),
    close: () => endAfter(pool, () => Promise.all([consumer.stop(), parked.close()])),
  }
}

function composeRelay(env: Env, log: Logger): Part {
  const pool = createPool(env.WORKER_DATABASE_URL, { max: 3, applicationName: 'lianxi-relay' })
  const speaker = relayConnection(env)
  const relay = startRelay({
    producer: createEventProducer(createKafka(speaker, 'lianxi-relay', log, IMPATIENT)),
    publishPending: (pass) => publishPending(pool, pass),
    log,
    everyMs: RELAY_MS,
  })
  const listener = listenTo({ pool, channel: 'outbox', log, onInserted: relay.wake })
  const close = async () => {
    await listener.stop()
    await relay.stop()
    await pool.end()
  }
  return {
    report: (now) => reportRelay(relay.status, now),
    addMetrics: (registry) => addRelayMetrics(registry, relay.status),
    close,
  }
}

function composeCalendar(env: Env, log: Logger): Part {
  const pool = createPool(env.WORKER_DATABASE_URL, { max: 2, applicationName: 'lianxi-calendar' })
  const calendar = startCalendar({ writeDueEvents: () => writeDueEvents(pool), log, everyMs: env.WORKER_CALENDAR_MS })
  return {
    report: () => reportCalendar(calendar.status),
    close: () => endAfter(pool, calendar.stop),
  }
}

/** The parts the environment asks for, each with its own pool, and health and heartbeat over them. */
export function createWorker(env: Env, log: Logger, onFatal: (error: Error) => void): Worker {
  const composers: Record<WorkerPartName, () => Part> = {
    consumer: () => composeConsumer(env, log, onFatal),
    relay: () => composeRelay(env, log),
    calendar: () => composeCalendar(env, log),
    judge: () => composeJudge(env, log),
    notices: () => composeNotices(env, log),
    admin: () => composeAdmin(env, log),
  }
  const closings: (() => Promise<unknown>)[] = []
  let endPool = () => Promise.resolve()
  return {
    start: async () => {
      const startedAt = new Date()
      const worker = `${hostname()}/${process.pid}/${startedAt.toISOString()}`
      const pool = createPool(env.WORKER_DATABASE_URL, { max: 2, applicationName: 'lianxi-health' })
      endPool = () => pool.end()
      await checkBefore(env, log, pool)
      const parts = new Map(env.WORKER_PARTS.map((name) => [name, composers[name]()]))
      for (const [part, { close }] of parts) {
        closings.push(close)
        log.info({ part }, 'part started')
      }
      if (!parts.has('admin')) log.warn(ADMIN_OFF)
      const heartbeat = startHeartbeat({
        parts,
        write: (reports) => writeWorkerState(pool, { worker, startedAt, parts: reports }),
        log,
      })
      closings.push(heartbeat.stop)
      const { WORKER_HOST: host, WORKER_PORT: port } = env
      const server = await startHealth({ host, port, parts, readBacklog: () => readBacklog(pool) })
      closings.push(() => new Promise((resolve) => server.close(resolve)))
      log.info({ port: portOf(server), parts: env.WORKER_PARTS }, 'health server listens')
    },
    stop: async () => {
      await Promise.all(closings.map((close) => close()))
      await endPool()
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the health server has no port')
  return address.port
}
