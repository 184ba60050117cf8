import { cellChanges, type ComparedCell } from '@lianxi/domain/board/cell-change'
import { histories, type History, interleave, picks, REGION, ZONE } from '@lianxi/domain/board/testing/histories'
import { FilingState, Stage } from '@lianxi/schema/vocabulary'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createPrisma, type Sql, sql } from '../../client'
import { applyArrivals, logOf } from '../../testing/apply-arrivals'
import { emptyBoard } from '../../testing/board-rows'
import { openPools } from '../../testing/open-pools'
import { boardAt, CURRENT } from './board'
import { findCellChanges } from '../changes/cells'
import { readReference } from './reference'

/**
 * The board as of a stamp against pictures taken when it was the present: a history is applied chunk by chunk through
 * the real write path, every table is copied after every chunk, and at the end each copy must be what the board says of
 * that stamp, row by row, `valid_from` included; what changed between two stamps is what the rule says of the two copies.
 */
const { urlOf, pool, admin } = await openPools()
const prisma = createPrisma(urlOf('web_app'))
afterAll(() => prisma.$disconnect())

const { asOf: _asOf, ...tables } = CURRENT
const NAMES = Object.keys(tables) as (keyof typeof tables)[]

async function picture(board: Record<keyof typeof tables, Sql>): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {}
  for (const name of NAMES) {
    // `waiting` is made of the state, for an index of the present.
    const row = sql`to_jsonb(t) - 'waiting'`
    rows[name] = await prisma.$queryRaw(sql`SELECT ${row} AS row FROM ${board[name]} t ORDER BY ${row}`)
  }
  return rows
}

const Cell = z.object({
  ...{ subject: z.string(), period: z.string(), event_id: z.string().nullable(), state: FilingState },
  ...{ confirmed: z.boolean(), value: z.number().nullable(), stage: Stage.nullable() },
  ...{ invested_year_wan: z.int().nullable(), invested_total_wan: z.int().nullable() },
  progress_percent: z.number().nullable(),
})
const DAY = '2025-09-01T00:00:00.000Z'
const Taken = z.array(z.object({ row: Cell }))

/** Cells of a picture by their key, as the rule compares them. */
function cellsOf(taken: Record<string, unknown>): Map<string, ComparedCell> {
  return new Map(
    Taken.parse(taken['progress']).map(({ row }) => [
      `${row.subject} ${row.period}`,
      {
        ...{ state: row.state, confirmed: row.confirmed, report: row.event_id },
        figures: JSON.stringify([
          ...[row.value, row.stage, row.invested_year_wan, row.invested_total_wan, row.progress_percent],
        ]),
      },
    ]),
  )
}

type Kinds = Record<string, string[]>
function changesSeen(before: Record<string, unknown>, after: Record<string, unknown>): Kinds {
  const [then, now] = [cellsOf(before), cellsOf(after)]
  const changed = [...now].map(
    ([key, cell]) => [key, cellChanges(then.get(key) ?? null, { ...cell, status: null }, null)] as const,
  )
  return Object.fromEntries(changed.filter(([, kinds]) => kinds.length > 0))
}

async function changesBetween(since: string, until: string): Promise<Kinds> {
  const reference = await readReference(prisma, ZONE)
  const boards = { from: boardAt(since), to: boardAt(until), since, until }
  const found = await findCellChanges({ db: prisma, reference, regions: [REGION], ...boards })
  return Object.fromEntries(found.map(({ subject, period, kinds }) => [`${subject} ${period ?? ''}`, kinds]))
}

const opened = {
  type: 'lianxi.period.opened.v1' as const,
  data: { period: '2025' as const, opensAt: DAY, dueAt: DAY, closesAt: DAY },
}
const fellDue = { type: 'lianxi.period.fell-due.v1' as const, data: { period: '2025' as const, dueAt: DAY } }
const dutyOf = (year: 2024 | 2025) => ({
  type: 'lianxi.duty.assigned.v1' as const,
  data: {
    ...{ subject: 'XQ-145-T001', kind: 'target' as const, region: REGION, year, body: '510403-FGJ' },
    ...{ items: ['L-1'], frequency: 'year' as const, from: `${year}` as const },
  },
})
const planOf = (...events: History['plan'][number]['event'][]): History => ({
  plan: events.map((event, at) => ({ id: `01999d11-9800-7000-8000-00000000235${at}`, occurredAt: DAY, event })),
  ...{ target: [], project: [], meeting: [] },
})
/** A duty that was assigned after its period had fallen due: the cell came to be 未报, without a history or an event. */
const LATE_DUTY = planOf(opened, fellDue, dutyOf(2025))
/** The same by a period that was announced together with its end, in a chunk of two. */
const LATE_PERIOD = planOf(dutyOf(2025), dutyOf(2024), opened, fellDue)

it('is at every stamp what it was when that stamp was the last, and knows what changed in between', async () => {
  await fc.assert(
    fc.asyncProperty(histories, picks, fc.integer({ min: 1, max: 8 }), async (history, order, size) => {
      await emptyBoard(admin)
      const pictures = new Map<string, Record<string, unknown>>()
      const onApplied = async ({ stamp }: { stamp: string }) => void pictures.set(stamp, await picture(CURRENT))
      await applyArrivals(pool, logOf(history), interleave(history, order), { size, onApplied })
      for (const [stamp, taken] of pictures) expect(await picture(boardAt(stamp))).toEqual(taken)
      const taken = [...pictures]
      for (const [at, [since, before]] of taken.entries()) {
        // The neighbour, and the last: everything in between may have been done and undone.
        for (const later of new Set([taken[at + 1], taken.at(-1)])) {
          if (later === undefined || later[0] <= since) continue
          const [until, after] = later
          expect(await changesBetween(since, until), `${since} ${until}`).toEqual(changesSeen(before, after))
        }
      }
    }),
    {
      numRuns: 7,
      examples: [
        [LATE_DUTY, [0], 1],
        [LATE_PERIOD, [0], 2],
      ],
    },
  )
}, 300_000)
