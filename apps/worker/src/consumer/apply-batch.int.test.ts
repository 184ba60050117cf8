import { createBoardWriter } from '@lianxi/db/apply/board-writer'
import type { IncomingMessage } from '@lianxi/db/apply/incoming'
import { createPool } from '@lianxi/db/pool'
import { createMessageLog } from '@lianxi/db/testing/message-log'
import { createMigratedDatabase } from '@lianxi/db/testing/migrated-database'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { expect, it, onTestFinished } from 'vitest'
import type { Delivery, StoredMessage } from '../kafka/delivery'
import type { Group } from '../kafka/group'
import { quiet as log } from '../testing/world'
import { createBatchHandler } from './apply-batch'
import { createConsumerStatus } from './consumer-status'
import { createPauses } from './pauses'
import { createProbe } from './probe'

const AT = { topic: 'lianxi.510403.target.v1', partition: 0 }

/** As KafkaJS gives it: every header a Buffer. */
const stored = ({ headers, ...message }: IncomingMessage): StoredMessage => ({
  ...message,
  headers: Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, Buffer] => Buffer.isBuffer(entry[1])),
  ),
})

/** A worker without a broker: deliveries are given by hand, and `end` is where the topic ends now. */
async function openWorker(end: () => bigint) {
  const database = await createMigratedDatabase()
  const pool = createPool(database.url('worker_app'), { max: 2 })
  onTestFinished(() => pool.end())
  const board = createBoardWriter(pool)
  const sought: bigint[] = []
  const done = () => Promise.resolve()
  const group: Group = {
    ...{ join: done, leave: done, pause: () => {}, resume: () => {} },
    seek: (_position, offset) => sought.push(offset),
  }
  const status = createConsumerStatus(new Date())
  const pauses = createPauses(() => group, status, log)
  const admin = { findWatermarks: () => Promise.resolve(new Map([[0, { low: 0n, high: end() }]])) }
  const probe = createProbe({ board, admin, group: () => group, pauses, status, log })
  const handle = createBatchHandler({ board, probe, pauses, status, log, group: () => group })
  const deliver = (messages: IncomingMessage[], highWatermark: bigint) =>
    handle({
      ...AT,
      messages: messages.map(stored),
      highWatermark,
      isCurrent: () => true,
      resolve: done,
    } satisfies Delivery)
  return { board, status, sought, probe, deliver }
}

it('an old delivery of nothing but repetitions is no recreated topic: the broker is asked, and the worker goes on', async () => {
  const topic = createMessageLog()
  const worker = await openWorker(() => BigInt(topic.messages(AT.topic).length))
  const { message } = topic.say(buildTargetReport())
  await worker.probe.check(AT)
  await worker.deliver(topic.messages(AT.topic), 1n)
  expect(worker.status.counters.events).toBe(1)
  // A relay that crashed sends again; this worker fetched that and froze, another one applied it and more.
  topic.append(AT.topic, message)
  topic.say(buildTargetReport({ period: '2025Q2' }))
  await worker.board.apply(topic.chunk(AT.topic, 1))
  await worker.deliver(topic.messages(AT.topic).slice(1, 2), 2n)
  expect([...worker.status.halted]).toEqual([])
  expect(worker.sought.at(-1)).toBe(2n)
})

it('a topic that really ends before what was applied from it is halted', async () => {
  const topic = createMessageLog()
  const ends = { at: 2n }
  const worker = await openWorker(() => ends.at)
  topic.say(buildTargetReport())
  topic.say(buildTargetReport({ period: '2025Q2' }))
  await worker.probe.check(AT)
  await worker.deliver(topic.messages(AT.topic), 2n)
  ends.at = 1n
  const other = createMessageLog()
  other.say(buildTargetReport({ period: '2025Q1' }))
  await worker.deliver(other.messages(AT.topic), 1n)
  expect(worker.status.halted.get(AT.topic)).toContain('recreated')
})
