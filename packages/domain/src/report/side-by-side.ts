import Big from 'big.js'
import type { Disagreement } from '@lianxi/schema/views/overview'
import type { Stage } from '@lianxi/schema/vocabulary'

export type Part = { stage: Stage | null; progressPercent: string | null }

const MOST_POINTS = 10

/**
 * Where the regions' reports on their parts of one project do not fit together: different stages, or progress more
 * than ten percentage points apart (DOMAIN.md, Cross-region projects). Parts nobody reported say nothing.
 */
export function disagreements(parts: Part[]): Disagreement[] {
  const stages = new Set(parts.flatMap(({ stage }) => (stage === null ? [] : [stage])))
  const progress = parts.flatMap(({ progressPercent }) => (progressPercent === null ? [] : [new Big(progressPercent)]))
  const sorted = progress.sort((a, b) => a.cmp(b))
  const [least, most] = [sorted[0], sorted.at(-1)]
  const apart = least !== undefined && most !== undefined && most.minus(least).gt(MOST_POINTS)
  return [...(stages.size > 1 ? (['stage'] as const) : []), ...(apart ? (['progress'] as const) : [])]
}
