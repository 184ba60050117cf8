import type { Period } from '@lianxi/schema/period'
import type { Basis } from '@lianxi/schema/vocabulary'
import { scaleOf } from '../report/unit-scale'
import type { TargetInput } from '../status/types'
import { type CellSaid, endOf, saidUntil } from './cell-said'

/** A cell of a target of the indicator the other series is, as some region reported it. */
export type OtherCell = Pick<CellSaid, 'period' | 'state' | 'nil' | 'value'> & {
  subject: string
  region: string
  unit: string | null
  event: string | null
}

/** What regions themselves report of an indicator. */
export type ReportedSeries = { indicator: string; name: string; cells: readonly OtherCell[] }

/**
 * The series a target is compared with: figures somebody entered, or, where the secretariat said so, what each region
 * itself reports of an indicator. The two are never mixed: an entered figure is the zone's, a reported one the region's.
 */
export type OtherSeries = {
  entered: readonly { period: Period; value: string; unit: string | null }[]
  reported: ReportedSeries | null
}
export const NO_SERIES: OtherSeries = { entered: [], reported: null }

/** What a share (占全省比重) is worked out from: the region's own reports of an indicator, and another series. */
export type ShareSeries = {
  part: ReportedSeries & { basis: Basis; unit: string | null }
  whole: OtherSeries & { name: string }
}

type Place = { region: string; period: Period }
type Judged = Place & { unit: string | null }
type Relative = NonNullable<TargetInput['relative']>
type Share = NonNullable<TargetInput['share']>

/**
 * What one region's target is compared with in a period. Figures of later periods are left out: they must not move an
 * earlier status. Of a reported series one target speaks, in the compared target's own unit. Nobody reported: no figures.
 */
export function otherFigures(
  { entered, reported }: OtherSeries,
  { unit, ...place }: Judged,
): Pick<Relative, 'figures' | 'reported'> {
  const plain = ({ period, value }: { period: Period; value: string | null }) => ({ period, value })
  if (reported === null) return { figures: enteredUntil(entered, place).map(plain) }
  const inUnit = (other: string | null) => unit === null || other === null || other === unit
  const { figures, ...source } = speaking(reported, place, inUnit)
  return { figures: figures.map(plain), reported: source }
}

/**
 * What a region's share is worked out from in a period, each figure with the unit it was said in: whoever divides converts.
 * A target whose unit does not convert into the part's indicator's is of something else and does not speak for it.
 */
export function shareFigures({ part, whole }: ShareSeries, place: Place): Share {
  const converts = (unit: string | null) => unit !== null && scaleOf(unit).counted === scaleOf(part.unit).counted
  const reported = whole.reported === null ? undefined : speaking(whole.reported, place, converts)
  const { name, entered } = whole
  if (reported === undefined) {
    return {
      ...{ basis: part.basis, part: speaking(part, place, converts) },
      whole: { name, figures: enteredUntil(entered, place) },
    }
  }
  const { figures, ...source } = reported
  return { basis: part.basis, part: speaking(part, place, converts), whole: { name, figures, reported: source } }
}

const enteredUntil = (entered: OtherSeries['entered'], { period }: Place) =>
  entered.filter((one) => endOf(one.period) <= endOf(period)).map((one) => ({ ...one }))

/**
 * Of the targets of an indicator the one that speaks for a region: the first by its code that has a report for the very
 * period. A returned report is in doubt and does not count.
 */
function speaking(
  { indicator, name, cells }: ReportedSeries,
  { region, period }: Place,
  fits: (unit: string | null) => boolean,
): Share['part'] {
  const said = saidUntil(
    cells.filter((cell) => cell.region === region && fits(cell.unit)),
    period,
  )
  const last = said
    .filter((cell) => endOf(cell.period) === endOf(period))
    .sort((a, b) => a.subject.localeCompare(b.subject) || Number(b.period === period) - Number(a.period === period))[0]
  if (last === undefined) return { indicator, name, subject: null, event: null, figures: [] }
  const { subject, event } = last
  const its = said.filter((cell) => cell.subject === subject)
  return {
    ...{ indicator, name, subject, event },
    figures: its.map((cell) => ({ period: cell.period, value: cell.nil ? null : cell.value, unit: cell.unit })),
  }
}
