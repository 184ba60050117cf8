import { z } from 'zod'
import { orderOf, yearOf, type Period } from '@lianxi/schema/period'
import type { PastFigure } from '@lianxi/schema/views/check-context'
import { Stage } from '@lianxi/schema/vocabulary'
import { usualStep } from './compare'
import { decimalOf, exact } from './exact'

const decimalAt = z.tuple([z.string(), z.string()])
const wanAt = z.tuple([z.string(), z.number()])

/**
 * What the checks need to know of the figures before a report, and nothing more: the board keeps it beside each report
 * that stands. A figure comes with the period it was reported for; absent: nothing was said. Decimals as text.
 */
export const Digest = z.strictObject({
  /** Last value before the period. */
  value: decimalAt.optional(),
  /** Value of the same period a year before. */
  lastYear: z.string().optional(),
  /** Median step from one value to the next, and the median deviation from it, of the last values; from five values on. */
  usual: z.tuple([z.string(), z.string()]).optional(),
  /** Last sum of the period's own year: it starts anew with the year. */
  investedYear: wanAt.optional(),
  investedTotal: wanAt.optional(),
  /** Last stage; suspension counts only where no other was ever reported. */
  stage: Stage.optional(),
  progress: decimalAt.optional(),
})
export type Digest = z.infer<typeof Digest>

/** Figures older than a plan's five years say nothing about a new one; so a digest costs the same however long it goes. */
const YEARS = 5

/** First year whose figures a report of `period` is compared with. */
export const firstYearBefore = (period: Period): number => yearOf(period) - YEARS

/** Values whose steps tell what is usual: three years of quarters, a year of months. */
const RECENT = 13

/** The digest of what was reported for earlier periods; pure, the order of `history` does not matter. */
export function digestOf(history: readonly PastFigure[], period: Period): Digest {
  const [before, year] = [inOrder(history, period), yearOf(period)]
  const digest: Digest = {}
  addValues(digest, before, `${year - 1}${period.slice(4)}`)
  for (const past of before) addProject(digest, past, year)
  if (digest.progress !== undefined) digest.progress[1] = decimalOf(exact(digest.progress[1]))
  return digest
}

/** What was reported for earlier periods, the oldest first. It nearly always comes so. */
function inOrder(history: readonly PastFigure[], period: Period): PastFigure[] {
  const [from, to] = [orderOf(`${firstYearBefore(period)}-01`), orderOf(period)]
  const before: PastFigure[] = []
  let [last, sorted] = [0, true]
  for (const past of history) {
    const order = orderOf(past.period)
    if (order < from || order >= to) continue
    if (order < last) sorted = false
    last = order
    before.push(past)
  }
  return sorted ? before : before.sort((a, b) => orderOf(a.period) - orderOf(b.period))
}

function addValues(digest: Digest, before: readonly PastFigure[], lastYear: Period): void {
  const values: bigint[] = []
  let last: Period | undefined
  for (const { period, value } of before) {
    if (value === null) continue
    values.push(exact(value))
    last = period
    if (period === lastYear) digest.lastYear = decimalOf(exact(value))
  }
  const value = values.at(-1)
  if (last === undefined || value === undefined) return
  digest.value = [last, decimalOf(value)]
  const usual = usualStep(values.slice(-RECENT))
  if (usual !== undefined) digest.usual = [decimalOf(usual.step), decimalOf(usual.spread)]
}

function addProject(digest: Digest, past: PastFigure, year: number): void {
  const { period, stage, investedYearWan, investedTotalWan, progressPercent } = past
  if (investedYearWan !== null && yearOf(period) === year) digest.investedYear = [period, investedYearWan]
  if (investedTotalWan !== null) digest.investedTotal = [period, investedTotalWan]
  if (progressPercent !== null) digest.progress = [period, progressPercent]
  if (stage !== null && (stage !== 'suspended' || digest.stage === undefined)) digest.stage = stage
}
