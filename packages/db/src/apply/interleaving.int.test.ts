import { histories, interleave, picks, TOPICS, ZONE, type TopicName } from '@lianxi/domain/board/testing/histories'
import { regionTopic, zoneTopic } from '@lianxi/schema/topics'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { createPool } from '../pool'
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

const TABLES = ['subject', 'item', 'duty', 'period', 'verdict', 'progress'] as const
const TOPIC_NAMES: Record<TopicName, string> = {
  plan: zoneTopic(ZONE, 'plan'),
  meeting: zoneTopic(ZONE, 'meeting'),
  target: regionTopic('510403', 'target'),
  project: regionTopic('510403', 'project'),
}

async function reset(): Promise<void> {
  await admin.query(`TRUNCATE ingested_event, chunk, consumer_offset, parked_message,
    ${TABLES.flatMap((table) => [`board.${table}`, `board.${table}_history`]).join(', ')}`)
}

async function board(): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {}
  for (const table of TABLES) {
    const found = await admin.query<{ row: unknown }>(
      `SELECT to_jsonb(t) - 'valid_from' AS row FROM board.${table} t ORDER BY to_jsonb(t) - 'valid_from'`,
    )
    rows[table] = found.rows.map(({ row }) => row)
  }
  return rows
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

const OVERLAPS = TABLES.map(
  (table) => `
  SELECT '${table}' AS name FROM board.${table}_history h
  WHERE isempty(h.valid) OR upper_inf(h.valid) OR lower_inf(h.valid)
  UNION ALL
  SELECT '${table}' FROM board.${table}_history a JOIN board.${table}_history b
    ON to_jsonb(a) <> to_jsonb(b) AND a.valid && b.valid AND ${sameKey(table)}
  UNION ALL
  SELECT '${table}' FROM board.${table}_history a JOIN board.${table} b
    ON upper(a.valid) > b.valid_from AND ${sameKey(table)}`,
).join(' UNION ALL ')

function sameKey(table: (typeof TABLES)[number]): string {
  const keys = {
    ...{ subject: 'zone code', item: 'zone code', duty: 'zone subject region year', period: 'zone period' },
    ...{ verdict: '', progress: '' },
  }[table]
  return (keys === '' ? 'zone subject region period' : keys)
    .split(' ')
    .map((key) => `a.${key} = b.${key}`)
    .join(' AND ')
}

it('gives the same rows for every interleaving and chunking, with histories that never overlap', async () => {
  const chunkSize = fc.integer({ min: 1, max: 8 })
  await fc.assert(
    fc.asyncProperty(histories, picks, picks, chunkSize, chunkSize, async (history, one, other, small, large) => {
      const log = createMessageLog()
      for (const topic of TOPICS) {
        for (const { id, occurredAt, event } of history[topic]) log.say(event, { id, time: occurredAt })
      }
      await reset()
      await apply(log, interleave(history, one), small)
      const first = await board()
      expect((await admin.query(OVERLAPS)).rows).toEqual([])
      await reset()
      await apply(log, interleave(history, other), large)
      expect(await board()).toEqual(first)
      expect((await admin.query(OVERLAPS)).rows).toEqual([])
    }),
    { numRuns: 20 },
  )
}, 120_000)
