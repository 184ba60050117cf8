import type { Entry } from '@lianxi/schema/commands/entry'
import { type Period, yearOf } from '@lianxi/schema/period'
import type { Judging } from '@lianxi/schema/views/judging'
import { readEntry } from '../report/read-entry'
import type { Judgement } from '../status/types'
import { type CellSaid, endOf, saidUntil } from './cell-said'
import { judgeCell } from './judge-cell'

/**
 * The status an entry will get once it is reported, by the judge's own rules; undefined while it cannot be read.
 * Runs in the browser while somebody types. `evidence`: files lie with the report.
 */
export function previewOf(judging: Judging, entry: Entry, evidence: boolean): Judgement | undefined {
  const read = readEntry(entry)
  if (read.kind !== judging.listed.kind || read.findings.length > 0) return undefined
  const { region, period, listed, item, due, accepted, compared, share, rules } = judging
  const cells = [...judging.cells.filter((cell) => cell.period !== period), saying(period, read, evidence)]
  const plan = judging.plan ?? undefined
  return judgeCell({ listed, plan, region, period, item, due, cells, accepted, compared, share }, rules)
}

/**
 * The earlier period whose figure an entry without one of its own is judged by; undefined: its own, or none. A project's
 * sum of the year speaks for its year only.
 */
export function restsOn(
  { cells, period, item }: Pick<Judging, 'cells' | 'period' | 'item'>,
  entry: Entry,
): Period | undefined {
  const read = readEntry(entry)
  const earlier = saidUntil(cells, period).filter((cell) => endOf(cell.period) < endOf(period))
  if (read.kind === 'target') {
    if (read.content.value !== null || read.content.doneOn !== undefined) return undefined
    return earlier.findLast(({ value, nil }) => value !== null && !nil)?.period
  }
  if (read.content.investedYearWan !== null || !item?.project?.planWan) return undefined
  return earlier.findLast((cell) => yearOf(cell.period) === yearOf(period) && cell.investedYearWan !== null)?.period
}

const NONE = { value: null, stage: null, investedYearWan: null, progressPercent: null, milestones: [] }

/** The cell as the board will have it with this report. */
function saying(period: CellSaid['period'], read: ReturnType<typeof readEntry>, evidence: boolean): CellSaid {
  const cell = { ...NONE, period, state: 'reported' as const, nil: read.content.nil }
  if (read.kind === 'target') {
    const { value, doneOn } = read.content
    return { ...cell, value, done: { said: doneOn !== undefined, on: doneOn ?? null, evidence } }
  }
  const { stage, investedYearWan, progressPercent, milestones } = read.content
  return { ...cell, stage, investedYearWan, progressPercent, milestones }
}
