import { cellChanges, RANKED } from '@lianxi/domain/board/cell-change'
import { monthsElapsed, type Period } from '@lianxi/schema/period'
import { type Status, status } from '@lianxi/schema/status-vocabulary'
import type { ChangeKind } from '@lianxi/schema/views/changes'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { createBoardWorld, type World } from '../../testing/board-world'
import { boardAt } from '../base/board'
import { readReference } from '../base/reference'
import { findCellChanges } from './cells'
import { fillCells } from './fill-cells'
import { latestFirst } from './found'

/** One subject's filings of two years, all open from the beginning; nothing is reported, only judged. */
const PERIODS: readonly Period[] = ['2024Q4', '2025Q1', '2025Q2', '2025H1', '2025Q3', '2025']
const MOMENTS = 4
const stamp = (at: number) => `2025-10-20T0${at}:00:00.000000Z`
const [ZONE, SUBJECT, REGION] = ['Z-PX', 'XQ-145-T001', '510403']

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
})

type Judged = Map<Period, Status[]>
const judgements: fc.Arbitrary<Judged> = fc
  .tuple(...PERIODS.map(() => fc.array(fc.constantFrom(...status.words), { minLength: MOMENTS, maxLength: MOMENTS })))
  .map((said) => new Map(PERIODS.map((period, nth) => [period, said[nth] ?? []])))

const column = (period: Period) => `'${ZONE}', '${SUBJECT}', '${REGION}', '${period}', 'target', ${period.slice(0, 4)},
  '${period.includes('Q') ? 'quarter' : period.includes('H') ? 'half' : 'year'}'`
const KEYS = 'zone, subject, region, period, kind, year, frequency'

/** The judge's tables as they are after it has said this, a word at each moment. */
async function write(judged: Judged): Promise<void> {
  await world.sql('DELETE FROM board.progress; DELETE FROM status; DELETE FROM status_history')
  for (const [period, words] of judged) {
    await world.sql(`INSERT INTO board.progress (${KEYS}, state, late, nil, confirmed, conflict, objections, reports, valid_from)
      VALUES (${column(period)}, 'pending', false, false, false, false, '{}', 0, '${stamp(0)}')`)
    for (const [at, word] of words.entries()) {
      const rest = `status, computed, method, rule_set, sentence, detail, digest`
      const said = `'${word}', '${word}', 'share', 0, '', '{}', ''`
      await world.sql(
        at + 1 < words.length
          ? `INSERT INTO status_history (${KEYS}, ${rest}, valid) VALUES (${column(period)}, ${said},
              tstzrange('${stamp(at)}', '${stamp(at + 1)}'))`
          : `INSERT INTO status (${KEYS}, ${rest}, valid_from) VALUES (${column(period)}, ${said}, '${stamp(at)}')`,
      )
    }
  }
}

/** What stood for a period at a moment: its own status, else that of the latest period of its year that ended before. */
function stoodFor(judged: Judged, of: Period, at: number): { period: Period; status: Status } | null {
  const ranked = [...judged].flatMap(([period, words]) => {
    const word = words[at]
    return word !== undefined && RANKED.includes(word) ? [{ period, status: word }] : []
  })
  const own = ranked.find(({ period }) => period === of)
  const before = ranked
    .filter(({ period }) => period.slice(0, 4) === of.slice(0, 4) && monthsElapsed(period) < monthsElapsed(of))
    .sort((a, b) => monthsElapsed(b.period) - monthsElapsed(a.period) || (a.period < b.period ? -1 : 1))
  return own ?? before[0] ?? null
}

/** A later period of the year says how good it is. */
const isOverruled = (judged: Judged, of: Period, at: number): boolean =>
  [...judged].some(([period, words]) => {
    const word = words[at]
    const later = period.slice(0, 4) === of.slice(0, 4) && monthsElapsed(period) > monthsElapsed(of)
    return later && word !== undefined && RANKED.includes(word)
  })

const CELL = { state: 'pending' as const, confirmed: false, report: null, figures: '' }
const expected = (judged: Judged, since: number, until: number): Map<Period, ChangeKind[]> =>
  new Map(
    [...judged].flatMap(([period, words]) => {
      const stood = stoodFor(judged, period, since)
      const compared = stood?.period === period || !isOverruled(judged, period, until) ? stood : null
      const kinds = cellChanges(CELL, { ...CELL, status: words[until] ?? null }, compared?.status ?? null)
      return kinds.length === 0 ? [] : [[period, kinds] as const]
    }),
  )

async function betweenOf(since: number, until: number) {
  const reference = await readReference(world.prisma, ZONE)
  const [from, to] = [stamp(since), stamp(until)]
  const boards = { from: boardAt(from), to: boardAt(to), since: from, until: to }
  return { db: world.prisma, reference, regions: [REGION], ...boards }
}

it('says that a filing stands better or worse than itself before, or than the period before it', async () => {
  await fc.assert(
    fc.asyncProperty(judgements, async (judged) => {
      await write(judged)
      for (let since = 0; since < MOMENTS; since += 1) {
        let known = await findCellChanges(await betweenOf(since, since))
        expect(known).toEqual([])
        for (let until = since + 1; until < MOMENTS; until += 1) {
          const between = await betweenOf(since, until)
          const found = (await findCellChanges(between)).sort(latestFirst)
          expect(new Map(found.map(({ period, kinds }) => [period, kinds]))).toEqual(expected(judged, since, until))
          // The same out of the set found a moment ago.
          known = await findCellChanges(between, { known, news: await betweenOf(until - 1, until) })
          expect(known.sort(latestFirst)).toEqual(found)
          for (const [{ period }, line] of await fillCells(between, found)) {
            const stood = period === null ? null : stoodFor(judged, period, since)
            const said = line.earlier ?? { period, status: line.before?.status }
            expect(said).toMatchObject({ period: stood?.period, status: stood?.status })
          }
        }
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)
