import { readFileSync } from 'node:fs'
import { histories, interleave, picks } from '@lianxi/domain/board/testing/histories'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyArrivals, logOf } from '../testing/apply-arrivals'
import { emptyBoard } from '../testing/board-rows'
import { openPools } from '../testing/open-pools'

type Row = { zone: string; subject: string; region: string; kind: string; said: string }
const { pool, admin } = await openPools()

const MIGRATION = new URL('../../prisma/migrations/20251129002020_figures/migration.sql', import.meta.url)
/** What the migration found in a board of the build before it. */
const [found] = /SELECT zone, subject, region, kind, '\['.*?GROUP BY [a-z, ]+/s.exec(
  readFileSync(MIGRATION, 'utf8'),
) ?? ['']

it('keeps of every series what its cells say, in the very words in which the migration found it', async () => {
  let kept = 0
  await fc.assert(
    fc.asyncProperty(histories, picks, async (history, order) => {
      await emptyBoard(admin)
      await applyArrivals(pool, logOf(history), interleave(history, order), { size: 3 })
      const read = async (source: string) =>
        (await admin.query<Row>(`SELECT * FROM ${source} AS s (zone, subject, region, kind, said) ORDER BY 1, 2, 3, 4`))
          .rows
      const rows = await read('board.figures')
      expect(await read(`(${found})`)).toEqual(rows)
      kept += rows.length
    }),
    { numRuns: 10, endOnFailure: true },
  )
  expect(kept).toBeGreaterThan(10)
}, 60_000)
