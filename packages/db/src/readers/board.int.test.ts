import { histories, interleave, picks } from '@lianxi/domain/board/testing/histories'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { createPrisma, type Database, type Sql, sql } from '../client'
import { createPool } from '../pool'
import { applyArrivals, logOf } from '../testing/apply-arrivals'
import { emptyBoard } from '../testing/board-rows'
import { createMigratedDatabase } from '../testing/migrated-database'
import { boardAt, CURRENT } from './board'

/**
 * The board as of a stamp against pictures taken when it was the present: a history is applied chunk by chunk through
 * the real write path, every table is copied after every chunk, and at the end each copy must be what the board says of
 * that stamp, row by row, `valid_from` included.
 */
let pool: ReturnType<typeof createPool>
let admin: ReturnType<typeof createPool>
let prisma: Database
beforeAll(async () => {
  const database = await createMigratedDatabase()
  pool = createPool(database.url('worker_app'), { max: 4 })
  admin = createPool(database.url('admin'), { max: 2 })
  prisma = createPrisma(database.url('web_app'))
  return async () => {
    await prisma.$disconnect()
    await Promise.all([pool.end(), admin.end()])
  }
})

const { asOf: _asOf, ...tables } = CURRENT
const NAMES = Object.keys(tables) as (keyof typeof tables)[]

async function picture(board: Record<keyof typeof tables, Sql>): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {}
  for (const name of NAMES) {
    rows[name] = await prisma.$queryRaw(sql`SELECT to_jsonb(t) AS row FROM ${board[name]} t ORDER BY to_jsonb(t)`)
  }
  return rows
}

it('is at every stamp exactly what it was when that stamp was the last', async () => {
  await fc.assert(
    fc.asyncProperty(histories, picks, fc.integer({ min: 1, max: 8 }), async (history, order, size) => {
      await emptyBoard(admin)
      const pictures = new Map<string, Record<string, unknown>>()
      const onApplied = async ({ stamp }: { stamp: string }) => void pictures.set(stamp, await picture(CURRENT))
      await applyArrivals(pool, logOf(history), interleave(history, order), { size, onApplied })
      for (const [stamp, taken] of pictures) expect(await picture(boardAt(stamp))).toEqual(taken)
    }),
    { numRuns: 8 },
  )
}, 180_000)
