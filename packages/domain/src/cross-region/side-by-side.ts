import type { PartSaid } from '@lianxi/schema/events/cross-region'
import type { Disagreement } from '@lianxi/schema/vocabulary'
import { outermost } from '../place/inside'
import {
  absolute,
  compare,
  type Fraction,
  fixed,
  fraction,
  HUNDRED,
  minus,
  over,
  plus,
  times,
  whole,
  ZERO,
} from '../status/fraction'

const MOST_POINTS = whole(10)
export type Parents = ReadonlyMap<string, string | null>

/**
 * Where the regions' reports on their parts of one project do not fit together: different stages, progress more than ten
 * percentage points apart, one milestone with several dates, or investment whose parts are more than ten points off the
 * agreed shares (DOMAIN.md, Cross-region projects). Parts nobody reported say nothing.
 */
export function disagreements(parts: readonly PartSaid[], parents: Parents): Disagreement[] {
  const stages = new Set(parts.flatMap(({ stage }) => (stage === null ? [] : [stage])))
  return [
    ...(stages.size > 1 ? (['stage'] as const) : []),
    ...(progressIsApart(parts) ? (['progress'] as const) : []),
    ...(datesDiffer(parts) ? (['dates'] as const) : []),
    ...(sharesAreOff(parts, parents) ? (['share'] as const) : []),
  ]
}

function progressIsApart(parts: readonly PartSaid[]): boolean {
  const progress = parts
    .flatMap(({ progressPercent }) => (progressPercent === null ? [] : [fraction(progressPercent)]))
    .sort(compare)
  const [least, most] = [progress[0], progress.at(-1)]
  return least !== undefined && most !== undefined && compare(minus(most, least), MOST_POINTS) > 0
}

/** A milestone of one name has one planned and one actual day, whoever says it. */
function datesDiffer(parts: readonly PartSaid[]): boolean {
  const said = new Map<string, Set<string>>()
  for (const { dates } of parts)
    for (const { name, dueOn, reachedOn } of dates)
      for (const [about, day] of [
        [`due ${name}`, dueOn],
        [`reached ${name}`, reachedOn],
      ] as const)
        if (day !== null) said.set(about, (said.get(about) ?? new Set()).add(day))
  return [...said.values()].some((days) => days.size > 1)
}

/**
 * Each region's part of what all have invested since the start, in percent; empty while a part is missing or nothing was
 * invested. A region inside another one is no part of its own.
 */
function investedShares(parts: readonly PartSaid[], parents: Parents): Map<string, Fraction> {
  const own = new Set(
    outermost(
      parts.map(({ region }) => region),
      parents,
    ),
  )
  const apart = parts.filter(({ region }) => own.has(region))
  const invested = apart.flatMap(({ region, investedTotalWan }) =>
    investedTotalWan === null ? [] : [[region, fraction(investedTotalWan)] as const],
  )
  const total = invested.reduce((sum, [, part]) => plus(sum, part), ZERO)
  if (invested.length < apart.length || compare(total, ZERO) === 0) return new Map()
  return new Map(invested.map(([region, part]) => [region, times(over(part, total), HUNDRED)]))
}

/** The same in words of at most one decimal, for people. */
export const investedPercents = (parts: readonly PartSaid[], parents: Parents): Map<string, string> =>
  new Map([...investedShares(parts, parents)].map(([region, share]) => [region, fixed(share, 1)]))

function sharesAreOff(parts: readonly PartSaid[], parents: Parents): boolean {
  const invested = investedShares(parts, parents)
  return parts.some(({ region, sharePercent }) => {
    const share = invested.get(region)
    if (share === undefined || sharePercent === null) return false
    return compare(absolute(minus(share, fraction(sharePercent))), MOST_POINTS) > 0
  })
}
