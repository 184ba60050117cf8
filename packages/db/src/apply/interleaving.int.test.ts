import { histories, interleave, picks, TOPICS, ZONE, type TopicName } from '@lianxi/domain/board/testing/histories'
import { regionTopic, zoneTopic } from '@lianxi/schema/topics'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { createPool } from '../pool'
import { boardRows, emptyBoard, OVERLAPS } from '../testing/board-rows'
import { createMessageLog, type MessageLog } from '../testing/message-log'
import { createMigratedDatabase } from '../testing/migrated-database'
import { applyChunk } from './apply-chunk'

/**
 * The real write path, the same messages in different interleavings of the topics and cut into different chunks: the
 * board must be the same row by row, apart from stamps.
 */
let pool: ReturnType<typeof createPool>
let admin: ReturnType<typeof createPool>
beforeAll(async () => {
  const database = await createMigratedDatabase()
  pool = createPool(database.url('worker_app'), { max: 4 })
  admin = createPool(database.url('admin'), { max: 2 })
  return async () => {
    await Promise.all([pool.end(), admin.end()])
  }
})

const TOPIC_NAMES: Record<TopicName, string> = {
  plan: zoneTopic(ZONE, 'plan'),
  meeting: zoneTopic(ZONE, 'meeting'),
  target: regionTopic('510403', 'target'),
  project: regionTopic('510403', 'project'),
}

/** Applies the log in the order of arrival: runs of one topic become chunks of at most `size` messages. */
async function apply(log: MessageLog, arrivals: readonly { topic: TopicName }[], size: number): Promise<void> {
  const done = new Map<TopicName, number>()
  for (let at = 0; at < arrivals.length;) {
    const topic = arrivals[at]?.topic ?? 'plan'
    let run = 1
    while (run < size && arrivals[at + run]?.topic === topic) run += 1
    const from = done.get(topic) ?? 0
    const result = await applyChunk(pool, log.chunk(TOPIC_NAMES[topic], from, from + run))
    expect(result).toMatchObject({ kind: 'applied', events: run, parked: 0 })
    done.set(topic, from + run)
    at += run
  }
}

it('gives the same rows for every interleaving and chunking, with histories that never overlap', async () => {
  const chunkSize = fc.integer({ min: 1, max: 8 })
  await fc.assert(
    fc.asyncProperty(histories, picks, picks, chunkSize, chunkSize, async (history, one, other, small, large) => {
      const log = createMessageLog()
      for (const topic of TOPICS) {
        for (const { id, occurredAt, event } of history[topic]) log.say(event, { id, time: occurredAt })
      }
      await emptyBoard(admin)
      await apply(log, interleave(history, one), small)
      const first = await boardRows(admin)
      expect((await admin.query(OVERLAPS)).rows).toEqual([])
      await emptyBoard(admin)
      await apply(log, interleave(history, other), large)
      expect(await boardRows(admin)).toEqual(first)
      expect((await admin.query(OVERLAPS)).rows).toEqual([])
    }),
    { numRuns: 20 },
  )
}, 120_000)
