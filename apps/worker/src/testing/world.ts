import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { createBoardWriter } from '@lianxi/db/apply/board-writer'
import { insertOutboxInTx } from '@lianxi/db/outbox/insert'
import { createPool } from '@lianxi/db/pool'
import { createMigratedDatabase } from '@lianxi/db/testing/migrated-database'
import type { EncodedEvent } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { createTestProducer, type TestMessage } from '@lianxi/testkit/kafka/producer'
import { createTestTopics, type TestTopics } from '@lianxi/testkit/kafka/topics'
import { waitFor } from '@lianxi/testkit/wait-for'
import { startConsumer, type RunningConsumer } from '../consumer/consumer'
import { topicFilter, type TopicFilter } from '../consumer/topic-watch'
import { createTopicAdmin } from '../kafka/admin'
import { createKafka, IMPATIENT } from '../kafka/client'
import { connectionAs } from './connection'
import { encodedBy, type Saying } from './message'
import type { Office } from './plan'

type Pool = ReturnType<typeof createPool>
export type ConsumerChange = {
  group?: string
  filter?: TopicFilter
  databaseUrl?: string
  pollMs?: number
  probeMs?: number
}
export type World = TestTopics & {
  office: Office
  /** A superuser's look at the test database. */
  pool: Pool
  databaseUrl: string
  migratorUrl: string
  group: string
  /** Sends events, each to its own topic, and returns their ids in the same order. */
  say: (...events: LianxiEvent[]) => Promise<string[]>
  /** Sends one event with an id or time of the test's choice. */
  sayAs: (saying: Saying, event: LianxiEvent) => Promise<string>
  sendRaw: (topic: string, ...messages: TestMessage[]) => Promise<bigint>
  /** Writes events into the outbox as the web does. */
  enqueue: (...events: LianxiEvent[]) => Promise<EncodedEvent[]>
  /** Ends with the test file, before the database and the topics go. */
  endWith: (stop: () => Promise<unknown>) => void
  startConsumer: (change?: ConsumerChange) => RunningConsumer & { crashes: Error[] }
  /** Waits until everything of the topic up to this offset (exclusive) is applied. */
  applied: (topic: string, nextOffset: bigint, pool?: Pool) => Promise<void>
}

export const quiet = pino({ level: 'silent' })

/**
 * A region and a zone of one test's own: four topics on the real broker, a database, and consumers in this process.
 * Everything ends with the test that opened it.
 */
export async function openWorld(): Promise<World> {
  const [database, topics, producer] = await Promise.all([
    createMigratedDatabase(),
    createTestTopics(),
    createTestProducer(),
  ])
  const pool = createPool(database.url('admin'), { applicationName: 'manual' })
  const group = `manual-${topics.region}`
  const office = { zone: topics.zone, region: topics.region, body: `${topics.region}-FGJ` }
  const web = createPool(database.url('web_app'), { max: 1, applicationName: 'manual-web' })
  const running = new Set<() => Promise<unknown>>()
  const world: World = {
    ...topics,
    office,
    pool,
    group,
    databaseUrl: database.url('worker_app'),
    migratorUrl: database.url('migrator'),
    say: async (...events) => {
      const encoded = events.map((event) => encodedBy(office, event))
      for (const topic of new Set(encoded.map((one) => one.topic))) {
        await producer.send(
          topic,
          encoded.filter((one) => one.topic === topic),
        )
      }
      return encoded.map(({ id }) => id)
    },
    sayAs: async (saying, event) => {
      const encoded = encodedBy(office, event, saying)
      await producer.send(encoded.topic, [encoded])
      return encoded.id
    },
    sendRaw: (topic, ...messages) => producer.send(topic, messages),
    enqueue: async (...events) => {
      const encoded = events.map((event) => encodedBy(office, event))
      await insertOutboxInTx((sql, parameters) => web.query(sql, parameters), encoded)
      return encoded
    },
    endWith: (stop) => running.add(stop),
    startConsumer: (change = {}) => {
      const consumer = runConsumer(world, change)
      running.add(consumer.stop)
      return consumer
    },
    applied: async (topic, nextOffset, where = pool) => {
      await waitFor(
        `${topic} to be applied up to ${nextOffset}`,
        () => nextOffsetOf(where, topic),
        (next) => next === nextOffset,
      )
    },
  }
  onTestFinished(async () => {
    for (const stop of running) await stop()
    await producer.disconnect()
    await topics.drop()
    await web.end()
    await pool.end()
    await database.drop()
  })
  return world
}

function runConsumer(world: World, change: ConsumerChange) {
  const pool = createPool(change.databaseUrl ?? world.databaseUrl, { applicationName: 'manual-worker' })
  const kafka = createKafka(connectionAs('admin'), 'manual-worker', quiet)
  const crashes: Error[] = []
  const consumer = startConsumer({
    kafka,
    admin: createTopicAdmin(createKafka(connectionAs('admin'), 'manual-admin', quiet, IMPATIENT)),
    board: createBoardWriter(pool),
    log: quiet,
    onCrash: (error) => crashes.push(error),
    options: {
      groupId: change.group ?? world.group,
      filter: change.filter ?? topicFilter([world.zone, world.region]),
      sessionTimeoutMs: 6_000,
      pollMs: change.pollMs ?? 500,
      probeMs: change.probeMs ?? 1_000,
    },
  })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= consumer.stop().then(() => pool.end()))
  return { status: consumer.status, stop, crashes }
}

/** How far a topic is applied; 0 before its first chunk. */
export async function nextOffsetOf(pool: Pool, topic: string): Promise<bigint> {
  const { rows } = await pool.query<{ next: string }>(
    'SELECT next_offset AS next FROM consumer_offset WHERE topic = $1',
    [topic],
  )
  return BigInt(rows[0]?.next ?? 0)
}
