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
  /** Median step from one value to the next, and the median deviation from it; from five values on. */
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

/** The digest of what was reported for earlier periods; pure, the order of `history` does not matter. */
export function digestOf(history: readonly PastFigure[], period: Period): Digest {
  const [at, year, since] = [orderOf(period), yearOf(period), firstYearBefore(period)]
  const before = history
    .filter((past) => orderOf(past.period) < at && yearOf(past.period) >= since)
    .sort((a, b) => orderOf(a.period) - orderOf(b.period))
  const lastYear = `${year - 1}${period.slice(4)}`
  const digest: Digest = {}
  const values: bigint[] = []
  for (const past of before) {
    if (past.value !== null) {
      const value = exact(past.value)
      values.push(value)
      digest.value = [past.period, decimalOf(value)]
      if (past.period === lastYear) digest.lastYear = decimalOf(value)
    }
    addProject(digest, past, year)
  }
  const usual = usualStep(values)
  if (usual !== undefined) digest.usual = [decimalOf(usual.step), decimalOf(usual.spread)]
  return digest
}

function addProject(digest: Digest, past: PastFigure, year: number): void {
  const { period, stage, investedYearWan, investedTotalWan, progressPercent } = past
  if (investedYearWan !== null && yearOf(period) === year) digest.investedYear = [period, investedYearWan]
  if (investedTotalWan !== null) digest.investedTotal = [period, investedTotalWan]
  if (progressPercent !== null) digest.progress = [period, decimalOf(exact(progressPercent))]
  if (stage !== null && (stage !== 'suspended' || digest.stage === undefined)) digest.stage = stage
}
