import { histories, interleave, picks, TOPICS } from '@lianxi/domain/board/testing/histories'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyArrivals, logOf } from '../testing/apply-arrivals'
import { boardRows, emptyBoard, OVERLAPS } from '../testing/board-rows'
import { openPools } from '../testing/open-pools'

/**
 * The real write path, the same messages in different interleavings of the topics and cut into different chunks: the
 * board must be the same row by row, apart from stamps.
 */
const { pool, admin } = await openPools()

it('gives the same rows for every interleaving and chunking, with histories that never overlap', async () => {
  const chunkSize = fc.integer({ min: 1, max: 8 })
  await fc.assert(
    fc.asyncProperty(histories, picks, picks, chunkSize, chunkSize, async (history, one, other, small, large) => {
      const log = logOf(history)
      await emptyBoard(admin)
      await applyArrivals(pool, log, interleave(history, one), { size: small })
      const first = await boardRows(admin)
      expect((await admin.query(OVERLAPS)).rows).toEqual([])
      await emptyBoard(admin)
      await applyArrivals(pool, log, interleave(history, other), { size: large })
      expect(await boardRows(admin)).toEqual(first)
      expect((await admin.query(OVERLAPS)).rows).toEqual([])
    }),
    { numRuns: 20 },
  )
}, 120_000)

it('gives the same rows when every topic has a worker of its own at the same time', async () => {
  await fc.assert(
    fc.asyncProperty(histories, picks, fc.integer({ min: 1, max: 4 }), async (history, order, size) => {
      const log = logOf(history)
      await emptyBoard(admin)
      await applyArrivals(pool, log, interleave(history, order), { size })
      const first = await boardRows(admin)
      await emptyBoard(admin)
      const ofTopic = (topic: (typeof TOPICS)[number]) => history[topic].map(() => ({ topic }))
      await Promise.all(TOPICS.map((topic) => applyArrivals(pool, log, ofTopic(topic), { size })))
      expect(await boardRows(admin)).toEqual(first)
      expect((await admin.query(OVERLAPS)).rows).toEqual([])
    }),
    { numRuns: 20 },
  )
}, 120_000)
