import {
  comparePeriods,
  FREQUENCIES,
  type Frequency,
  frequencyOf,
  monthsElapsed,
  type Period,
  periodLabel,
  periodsOf,
  yearOf,
} from '@lianxi/schema/period'
import type { PeriodView } from '@lianxi/schema/views/common'
import { type Reading, sql } from '../../client'
import { type Board, CURRENT } from './board'

type PeriodRow = {
  period: string
  opensAt: Date | null
  dueAt: Date | null
  closesAt: Date | null
  fellDue: boolean
  closed: boolean
}

const toView = ({ period, opensAt, dueAt, closesAt, fellDue, closed }: PeriodRow): PeriodView => ({
  period,
  label: periodLabel(period),
  frequency: frequencyOf(period),
  opensAt: opensAt?.toISOString() ?? null,
  dueAt: dueAt?.toISOString() ?? null,
  closesAt: closesAt?.toISOString() ?? null,
  fellDue,
  closed,
})

/** The zone's periods, latest first. */
export async function readPeriods(db: Reading, zone: string, board: Board = CURRENT): Promise<PeriodView[]> {
  const rows = await db.$queryRaw<PeriodRow[]>(sql`
    SELECT period, opens_at AS "opensAt", due_at AS "dueAt", closes_at AS "closesAt", fell_due AS "fellDue", closed
    FROM ${board.period} p WHERE zone = ${zone}`)
  return rows.map(toView).sort((a, b) => comparePeriods(b.period, a.period))
}

/**
 * The period a page is about: the wanted one, else the quarter that opened last (else whatever opened last), else the
 * quarter the clock stands in.
 */
export function pickPeriod(periods: PeriodView[], wanted: Period | undefined, now: Date): PeriodView {
  if (wanted !== undefined) return periods.find(({ period }) => period === wanted) ?? emptyPeriod(wanted)
  const opened = periods.filter(({ opensAt }) => opensAt !== null && Date.parse(opensAt) <= now.getTime())
  const quarter = opened.find(({ frequency }) => frequency === 'quarter')
  const shanghai = new Date(now.getTime() + 8 * 3600_000)
  const current = `${shanghai.getUTCFullYear()}Q${Math.floor(shanghai.getUTCMonth() / 3) + 1}`
  return quarter ?? opened[0] ?? emptyPeriod(current)
}

/**
 * The period of a board: the wanted one, unless the zone had not opened it by then; it gives way to the one that was
 * current, because a board of a period nobody was asked about looks like one where all is well.
 */
export function periodOfBoard(periods: PeriodView[], wanted: Period | undefined, now: Date): PeriodView {
  const known = periods.find(({ period }) => period === wanted)
  const isOpen = known !== undefined && (known.opensAt === null || Date.parse(known.opensAt) <= now.getTime())
  return isOpen ? known : pickPeriod(periods, undefined, now)
}

const emptyPeriod = (period: Period): PeriodView =>
  toView({ period, opensAt: null, dueAt: null, closesAt: null, fellDue: false, closed: false })

/** Every period of the year that ends when this one does: 2025Q4 brings 2025-12, 2025H2 and 2025 along. */
export function endingWith(period: Period): Period[] {
  return FREQUENCIES.flatMap((frequency) => periodsOf(yearOf(period), frequency)).filter(
    (other) => monthsElapsed(other) === monthsElapsed(period),
  )
}

/**
 * Frequencies of which no period ends with this one, each with its next period: what is reported so is not asked for in
 * this one. A quarter's board has no half-yearly item but in the second and fourth one.
 */
export function notAskedIn(period: Period): { frequency: Frequency; next: Period }[] {
  const asked = new Set(endingWith(period).map(frequencyOf))
  return FREQUENCIES.flatMap((frequency) => {
    const next = periodsOf(yearOf(period), frequency).find((other) => monthsElapsed(other) > monthsElapsed(period))
    return asked.has(frequency) || next === undefined ? [] : [{ frequency, next }]
  })
}

/** Month count of a period's end, as `periodEnd` in SQL has it. */
export const endOf = (period: Period): number => yearOf(period) * 12 + monthsElapsed(period)
