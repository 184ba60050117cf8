import { createRawProducer } from '@lianxi/testkit/kafka/raw-records'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells } from '../testing/board'
import { mixturePoisoned } from '../testing/poison'
import { startProcess, untilReady } from '../testing/worker-process'
import { nextOffsetOf, openWorld, type World } from '../testing/world'

const POISONOUS = 10_000
/** A quiet machine needs 12 seconds for all of it. */
const LIMIT_MS = 120_000
/** Any number; the same one gives the same messages. */
const SEED = 20_251_126

const parkedOf = async (world: World) => {
  const { rows } = await world.pool.query<{ offset: string; reason: string; detail: string }>(
    'SELECT "offset", reason, detail FROM parked_message ORDER BY "offset"',
  )
  return rows
}

describe('16 · ten thousand poisonous messages', () => {
  test(
    'each is parked once for its own reason, the good ones between them are applied in order, nobody restarts',
    async () => {
      const world = await openWorld()
      const producer = await createRawProducer()
      world.endWith(producer.disconnect)
      const worker = startProcess(world)
      const { records, fates } = mixturePoisoned(world.office, POISONOUS, SEED)
      await untilReady(worker)

      await producer.sendRecords(world.target, records)
      await waitFor(
        'all of them to be applied or parked',
        () => nextOffsetOf(world.pool, world.target),
        (next) => next === BigInt(records.length),
        LIMIT_MS,
      )

      const parked = await parkedOf(world)
      const expected = fates.flatMap((fate, offset) => (fate ? [{ offset: `${offset}`, ...fate }] : []))
      expect(parked.map(({ offset, reason }) => `${offset} ${reason}`)).toEqual(
        expected.map(({ offset, reason }) => `${offset} ${reason}`),
      )
      const cells = await readCells(world.pool)
      expect(cells.reduce((reports, cell) => reports + cell.reports, 0)).toBe(POISONOUS / 4)
      expect(cells.filter(({ conflict }) => conflict)).toEqual([])

      expect(worker.lines.filter(({ level }) => Number(level) >= 50)).toEqual([])
      expect(await worker.stop()).toBe(0)
    },
    2 * LIMIT_MS,
  )
})
