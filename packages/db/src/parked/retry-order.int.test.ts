import { histories, interleave, picks, TOPICS, ZONE, type TopicName } from '@lianxi/domain/board/testing/histories'
import { regionTopic, zoneTopic } from '@lianxi/schema/topics'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyChunk, parkMessage } from '../apply/apply-chunk'
import { rebuildBoard } from '../rebuild/rebuild'
import { boardRows, emptyBoard, OVERLAPS } from '../testing/board-rows'
import { createMessageLog, type MessageLog } from '../testing/message-log'
import { askFor, carryOutAll } from '../testing/parked'
import { openPools } from '../testing/open-pools'

/**
 * Any messages of any history are parked at first and retried later, in any order and in any company, between other
 * messages or after all: the board must be the one it is when nothing was ever parked.
 */
const { urlOf, pool, admin } = await openPools()

const TOPIC_NAMES: Record<TopicName, string> = {
  plan: zoneTopic(ZONE, 'plan'),
  meeting: zoneTopic(ZONE, 'meeting'),
  target: regionTopic('510403', 'target'),
  project: regionTopic('510403', 'project'),
}

/** What happens to a message when it arrives: applied, or parked; and whether something is retried afterwards. */
const fates = fc.array(
  fc.record({
    parked: fc.boolean(),
    retried: fc.option(fc.nat({ max: 30 }), { freq: 3 }),
    company: fc.nat({ max: 4 }),
  }),
  { minLength: 1, maxLength: 20 },
)

type Fate = { parked: boolean; retried: number | null; company: number }

async function openIds(): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>(`SELECT id FROM parked_message WHERE state = 'open' ORDER BY id`)
  return rows.map(({ id }) => id)
}

/** Asks for some of the open messages, from a place in their list on, backwards. */
async function retrySome(from: number, company: number): Promise<void> {
  const open = await openIds()
  if (open.length === 0) return
  const rotated = [...open.slice(from % open.length), ...open.slice(0, from % open.length)].reverse()
  await askFor(pool, 'retry', rotated.slice(0, company + 1))
  await carryOutAll(pool)
}

async function arrive(log: MessageLog, arrivals: readonly { topic: TopicName }[], fate: Fate[]) {
  const done = new Map<TopicName, number>()
  for (const [turn, { topic }] of arrivals.entries()) {
    const from = done.get(topic) ?? 0
    const chunk = log.chunk(TOPIC_NAMES[topic], from, from + 1)
    const { parked, retried, company } = fate[turn % fate.length] ?? { parked: false, retried: null, company: 0 }
    expect(await (parked ? parkMessage(pool, chunk, '测试') : applyChunk(pool, chunk))).toMatchObject({
      kind: 'applied',
    })
    done.set(topic, from + 1)
    if (retried !== null) await retrySome(retried, company)
  }
  while ((await openIds()).length > 0) await retrySome(arrivals.length, fate[0]?.company ?? 0)
}

it('gives the board that stands when nothing was ever parked, and histories that never overlap', async () => {
  let retried = 0
  await fc.assert(
    fc.asyncProperty(histories, picks, fates, async (history, order, fate) => {
      const log = createMessageLog()
      for (const topic of TOPICS) {
        for (const { id, occurredAt, event } of history[topic]) log.say(event, { id, time: occurredAt })
      }
      const arrivals = interleave(history, order)
      await emptyBoard(admin)
      for (const topic of TOPICS) {
        if (history[topic].length > 0) await applyChunk(pool, log.chunk(TOPIC_NAMES[topic]))
      }
      const good = await boardRows(admin)
      await emptyBoard(admin)
      await arrive(log, arrivals, fate)
      expect(await boardRows(admin)).toEqual(good)
      expect((await admin.query(OVERLAPS)).rows).toEqual([])
      const counts = await admin.query<{ events: number; applied: number }>(
        `SELECT (SELECT count(*)::int FROM ingested_event) AS events, count(*)::int AS applied
         FROM parked_message WHERE state = 'applied'`,
      )
      expect(counts.rows[0]?.events).toBe(arrivals.length)
      retried += counts.rows[0]?.applied ?? 0
    }),
    { numRuns: 20 },
  )
  expect(retried).toBeGreaterThan(20)
  // The last of these boards stands still: a rebuild folds late messages as late as they came.
  const url = urlOf('migrator')
  const signal = new AbortController().signal
  const rebuilt = await rebuildBoard({ url, swap: false, signal, onProgress: () => undefined })
  if (rebuilt.kind !== 'compared') throw new Error(rebuilt.kind)
  expect(rebuilt.tables.filter(({ differing }) => differing > 0)).toEqual([])
}, 120_000)
