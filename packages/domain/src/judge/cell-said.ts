import { monthsElapsed, type Period, yearOf } from '@lianxi/schema/period'
import type { FilingState, Stage } from '@lianxi/schema/vocabulary'

/** One cell of the board as far as statuses rest on it, with what its report says of milestones. */
export type CellSaid = {
  period: Period
  state: FilingState
  nil: boolean
  value: string | null
  stage: Stage | null
  investedYearWan: number | null
  progressPercent: string | null
  milestones: readonly { name: string; reachedOn: string }[]
  /** Of what is judged by date and evidence; absent: of a figure, or nothing was reported. */
  done?: DoneSaid | undefined
}

/** What a report says of being done: whether it says so at all (本期无变化 does not), the day, null: not yet; and files. */
export type DoneSaid = { said: boolean; on: string | null; evidence: boolean }

/** Months up to a period’s end; only their order means anything. */
export const endOf = (period: Period): number => yearOf(period) * 12 + monthsElapsed(period)

/** A report that was returned says nothing until it is made again; one that no duty asks for is a figure all the same. */
const counts = ({ state }: Pick<CellSaid, 'state'>): boolean => state === 'reported' || state === 'waiting'

/** What was said for this period and earlier ones, oldest first: a later report must not move an earlier status. */
export const saidUntil = <Cell extends Pick<CellSaid, 'period' | 'state'>>(
  cells: readonly Cell[],
  period: Period,
): Cell[] =>
  cells
    .filter((cell) => counts(cell) && endOf(cell.period) <= endOf(period))
    .sort((a, b) => endOf(a.period) - endOf(b.period) || a.period.localeCompare(b.period))
