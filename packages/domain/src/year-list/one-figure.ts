import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { scaleOf } from '../report/unit-scale'

/** What a subject is counted by; `prices`: its own price basis, else its indicator's. */
export type Counted = {
  code: string
  kind: SubjectKind
  indicator: string | null
  unit: string | null
  basis: string | null
  prices: string | null
  /** What the plan promises; null: it is judged by a day and a document of its own. */
  value: string | null
}

/**
 * A word for what is reported: merged listings of one project have the same, and so have targets of one indicator on one
 * basis in units that convert. Undefined: nobody said what it measures, or it is no figure. `leaderOf`: of merged projects and indicators.
 */
export function figureOf(
  { code, kind, indicator, unit, basis, prices, value }: Counted,
  leaderOf: (code: string) => string,
): string | undefined {
  if (kind === 'project') return `project ${leaderOf(code)}`
  if (indicator === null || value === null) return undefined
  return ['indicator', leaderOf(indicator), basis, prices, scaleOf(unit).counted].join(' ')
}
