import type { TargetListed } from '@lianxi/schema/events/facts'
import { frequencyOf, monthsElapsed, ordinalOf, type Period, yearOf } from '@lianxi/schema/period'
import type { TargetItem } from '../lists/item'
import { swing } from './chance'

/** Share of a year's amount reached at the end of each quarter. */
const SHARES = [0.22, 0.46, 0.72, 1] as const

/**
 * The figure a region reports for a period, on the target's basis: flows, sums and yearly counts year-to-date, growth
 * year-to-date on year-to-date, stocks and ratios as they stand at the period's end. Rounded to the item's places.
 */
export function targetFigure(item: TargetItem, listed: TargetListed, region: string, period: Period): number {
  const figure = unrounded(item, listed, region, period)
  const scale = 10 ** item.decimals
  return Math.round(figure * scale) / scale
}

function unrounded(item: TargetItem, listed: TargetListed, region: string, period: Period): number {
  const year = yearOf(period)
  const actual = actualOf(item, year)
  const last = frequencyOf(period) === 'year' || monthsElapsed(period) === 12
  if (last) return actual
  const words = [item.subject, region, period]
  switch (listed.basis) {
    case 'flow':
    case 'cumulative':
    case 'per-year':
      return actual * shareOf(item, region, period)
    case 'growth':
      return actual + swing(...words) * ([1.1, 0.6, 0.3][quarterOf(period) - 1] ?? 0)
    case 'stock':
    case 'ratio':
      return levelOf(item, listed, region, period, actual)
    case 'flag':
      throw new Error(`${item.subject} is qualitative and has no figure`)
    default:
      return listed.basis satisfies never
  }
}

const quarterOf = (period: Period): number =>
  frequencyOf(period) === 'half' ? ordinalOf(period) * 2 : ordinalOf(period)

function actualOf(item: TargetItem, year: number): number {
  const actual = item.actual[year - item.from]
  if (actual === undefined) throw new Error(`${item.subject} is not on the list of ${year}`)
  return actual
}

/** The season of a subject is nearly the same each year, and never runs backwards. */
function shareOf(item: TargetItem, region: string, period: Period): number {
  const quarter = quarterOf(period)
  const season = SHARES[quarter - 1] ?? 1
  return season + swing(item.subject, region, quarter) * 0.03 + swing(item.subject, region, period) * 0.01
}

/** Between last year's level and this year's; what must be held all the time only trembles. */
function levelOf(item: TargetItem, listed: TargetListed, region: string, period: Period, actual: number): number {
  const tremble = swing(item.subject, region, period)
  if (listed.standing) {
    if (actual === 100) return 100
    return actual + tremble * Math.abs(actual) * (listed.holdSide === 'above' ? 0.03 : 0.004)
  }
  const before = item.actual[yearOf(period) - item.from - 1] ?? item.baseline ?? listed.baseline?.value ?? actual
  const from = Number(before)
  const way = monthsElapsed(period) / 12
  const between = from + (actual - from) * way
  return listed.basis === 'ratio' ? between + tremble * 0.25 : between
}
