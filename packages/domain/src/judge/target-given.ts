import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { TargetListed } from '@lianxi/schema/events/facts'
import { type Period, yearOf } from '@lianxi/schema/period'
import type { AskedValue } from '@lianxi/schema/vocabulary'
import { baselineOf, speaksOf } from '../place/own-values'
import { decimalOf, exact } from '../report/exact'
import type { TargetInput } from '../status/types'
import { type CellSaid, saidUntil } from './cell-said'
import { otherFigures, type OtherSeries, shareFigures, type ShareSeries } from './other-series'

export type TargetPlace = {
  doc: TargetListed
  /** First year of the plan's period; undefined where the plan is not listed. */
  planStart: number | undefined
  region: string
  period: Period
  /** The year's first item that asks this region for it. */
  item: ItemListed | null
  due: boolean
  /** Every cell of this subject and region. */
  cells: readonly CellSaid[]
  /** What regions stated of what the plan leaves open, as it was accepted. */
  accepted: readonly { region: string; asked: AskedValue; value: string; year: number }[]
  /** The series it is compared with. */
  compared: OtherSeries
  /** What its share is worked out from; null: what is reported is judged. */
  share: ShareSeries | null
}

/** What one target of one region is judged by for a period: from the plan, the year's list and the reports. */
export function targetGiven(place: TargetPlace): TargetInput {
  const { doc, planStart, region, period, item, due, cells, share } = place
  const own = speaksOf(doc, region)
  const asked = item?.target ?? null
  const { unit, basis, comparator, direction, standing, holdSide } = doc
  const { baseline, ...path } = pathOf(place, own)
  return {
    ...{ unit, basis, comparator, direction, standing, holdSide, relative: relativeOf(place) },
    ...(share !== null && isPercentage(doc) && { share: shareFigures(share, { region, period }) }),
    flag:
      basis === 'flag' || comparator === 'qualitative'
        ? { dueOn: item?.deadline ?? `${doc.targetYear}-12-31`, ...doneUntil(saidUntil(cells, period)) }
        : null,
    planStart: planStart ?? doc.baseline?.year ?? doc.targetYear,
    baseline: baseline === null ? null : { value: baseline.value, year: baseline.year },
    startsFromNothing: false,
    ...path,
    yearValue: yearValueOf(asked, period),
    ...{ period, due },
    figures: saidUntil(cells, period).map((cell) => ({ period: cell.period, value: cell.nil ? null : cell.value })),
  }
}

/** What an indicator's share is of: a target of it that is counted otherwise is judged by its own reports. */
const isPercentage = ({ basis, unit }: TargetListed): boolean => basis === 'ratio' && unit === '%'

/**
 * When it was done by what was said last: 本期无变化 leaves it, 尚未完成 takes it back. Files of any report since it was
 * first said to be done prove it; nobody has to send them again.
 */
function doneUntil(said: readonly CellSaid[]): { doneOn: string | null; evidence: boolean } {
  let [doneOn, evidence]: [string | null, boolean] = [null, false]
  for (const { done } of said) {
    if (done === undefined) continue
    if (done.said) doneOn = done.on
    evidence = doneOn !== null && (evidence || done.evidence)
  }
  return { doneOn, evidence }
}

type Asked = ItemListed['target']

/** A list's values go before the plan's: they are the region's own. A zone's value says nothing of one of its regions. */
function pathOf(
  { doc, region, item, accepted, planStart }: TargetPlace,
  own: boolean,
): Pick<TargetInput, 'baseline' | 'target' | 'path'> {
  const asked = item?.target ?? null
  const listed = asked?.path ?? []
  const yearly = asked?.yearValue ? [asked.yearValue] : []
  const planned = own ? (doc.yearly ?? []) : []
  const path = [
    ...listed,
    ...planned
      .filter(({ year }) => !listed.some((value) => value.year === year))
      .map((value) => ({ ...value, origin: 'plan' as const })),
  ].sort((a, b) => a.year - b.year)
  const stated = own && doc.value !== null ? { value: doc.value, high: doc.valueHigh, year: doc.targetYear } : null
  const said = (what: AskedValue) => accepted.find((one) => one.region === region && one.asked === what)
  const given = [...listed, ...yearly]
  const atEnd =
    doc.basis === 'cumulative'
      ? sumOver(given, planStart, doc.targetYear)
      : given.find(({ year }) => year === doc.targetYear)
  const end = atEnd ?? said('assigned')
  return {
    baseline: baselineOf(doc, region, item) ?? said('baseline') ?? null,
    target: stated ?? (end === undefined ? null : { value: end.value, high: null, year: end.year }),
    path,
  }
}

/**
 * Of a sum over the plan a list says each year's own amount: a region's target is what all years of the plan make together,
 * never the last one alone. Undefined: the list does not say all of them.
 */
function sumOver(given: readonly { year: number; value: string }[], planStart: number | undefined, targetYear: number) {
  if (planStart === undefined) return undefined
  const years = Array.from({ length: targetYear - planStart + 1 }, (_, index) => planStart + index)
  const amounts = years.map((of) => given.find(({ year }) => year === of)?.value)
  if (amounts.length === 0 || amounts.includes(undefined)) return undefined
  const sum = amounts.reduce((total, amount) => total + exact(amount ?? '0'), 0n)
  return { year: targetYear, value: decimalOf(sum) }
}

/** Without figures the status names the other series as missing. */
function relativeOf({ doc, region, period, compared }: TargetPlace): TargetInput['relative'] {
  const { relativeTo, unit } = doc
  if (relativeTo === undefined) return null
  const { series, scope, operator } = relativeTo
  return { name: `${series}（${scope}）`, operator, ...otherFigures(compared, { region, period, unit }) }
}

function yearValueOf(asked: Asked, period: Period): TargetInput['yearValue'] {
  const found = asked?.yearValue ?? null
  return found !== null && found.year === yearOf(period) ? { value: found.value, origin: found.origin } : null
}
