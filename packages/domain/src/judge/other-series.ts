import type { Period } from '@lianxi/schema/period'
import type { TargetInput } from '../status/types'
import { type CellSaid, endOf, saidUntil } from './cell-said'

/** A cell of a target of the indicator the other series is, as some region reported it. */
export type OtherCell = Pick<CellSaid, 'period' | 'state' | 'nil' | 'value'> & {
  subject: string
  region: string
  unit: string | null
  event: string | null
}

/**
 * The series a target is compared with: figures somebody entered, or, where the secretariat said so, what each region
 * itself reports of an indicator. The two are never mixed: an entered figure is the zone's, a reported one the region's.
 */
export type OtherSeries = {
  entered: readonly { period: Period; value: string }[]
  reported: { indicator: string; name: string; cells: readonly OtherCell[] } | null
}
export const NO_SERIES: OtherSeries = { entered: [], reported: null }

type Judged = { region: string; period: Period; unit: string | null }
type Relative = NonNullable<TargetInput['relative']>

/**
 * What one region's target is compared with in a period. Figures of later periods are left out: they must not move an
 * earlier status. Of a reported series one target speaks, the first by its code that has a report for the very period,
 * in the compared target's own unit; a returned report is in doubt and does not count. Nobody reported: no figures.
 */
export function otherFigures(
  { entered, reported }: OtherSeries,
  judged: Judged,
): Pick<Relative, 'figures' | 'reported'> {
  const { region, period, unit } = judged
  if (reported === null) return { figures: entered.filter((one) => endOf(one.period) <= endOf(period)) }
  const { indicator, name, cells } = reported
  const fits = (cell: OtherCell) =>
    cell.region === region && (unit === null || cell.unit === null || cell.unit === unit)
  const said = saidUntil(cells.filter(fits), period)
  const last = said
    .filter((cell) => endOf(cell.period) === endOf(period))
    .sort((a, b) => a.subject.localeCompare(b.subject) || Number(b.period === period) - Number(a.period === period))[0]
  if (last === undefined) return { figures: [], reported: { indicator, name, subject: null, event: null } }
  const { subject, event } = last
  return {
    figures: said
      .filter((cell) => cell.subject === subject)
      .map((cell) => ({ period: cell.period, value: cell.nil ? null : cell.value })),
    reported: { indicator, name, subject, event },
  }
}
