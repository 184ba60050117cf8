import type { Kind } from '../checker/receipts'
import { chance } from './chance'
import { PROBE_PERIOD, PROBE_SUBJECT, subjectOf, WEB_PERIODS, WEB_SUBJECTS } from './world'

/** One report an office makes over the web: written by one person, approved by another. */
export type OfficeAct = {
  subject: string
  period: string
  kind: Kind
  /** A correction of what was reported before; else the first report. */
  correction: boolean
  /** The form's fields as typed. */
  entry: Readonly<Record<string, string>>
}

/**
 * Figures never fall from one period to the next, so that every report passes the checks on entry; warnings may come
 * and are answered as people answer them.
 */
function entryOf(kind: Kind, periodIndex: number, figure: number): OfficeAct['entry'] {
  const figures = 100_000 * (periodIndex + 1) + figure
  if (kind === 'target') return { kind, value: `${figures}.5`, figureSource: '统计局' }
  return {
    kind,
    stage: 'under-construction',
    investedYearWan: String(figures),
    investedTotalWan: String(figures + 500_000),
    progressPercent: `${10 * (periodIndex + 1) + (figure % 10)}`,
  }
}

/** What one office reports, in its order; corrections come where a subject and period comes again. */
export function officeActs(seed: string, region: string, kind: Kind, total: number): OfficeAct[] {
  const draw = chance(seed, `office ${region}`)
  const reported = new Set<string>()
  return Array.from({ length: total }, () => {
    const subject = subjectOf(region, kind, draw.whole(1, WEB_SUBJECTS))
    const periodIndex = draw.whole(0, WEB_PERIODS.length - 1)
    const period = WEB_PERIODS[periodIndex] ?? PROBE_PERIOD
    const cell = `${subject} ${period}`
    const correction = reported.has(cell)
    reported.add(cell)
    return { subject, period, kind, correction, entry: entryOf(kind, periodIndex, draw.whole(0, 9_999)) }
  })
}

/** A report on the office's probe cell; `number` from 0. */
export const probeAct = (region: string, kind: Kind, number: number): OfficeAct => ({
  subject: subjectOf(region, kind, PROBE_SUBJECT),
  period: PROBE_PERIOD,
  kind,
  correction: number > 0,
  entry: entryOf(kind, 0, number),
})
