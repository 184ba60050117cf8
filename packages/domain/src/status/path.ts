import { monthsElapsed, yearOf, type Period } from '@lianxi/schema/period'
import { fraction, minus, over, plus, times, whole, type Fraction } from './fraction'
import type { TargetInput } from './types'

/** Months up to the end of a year, or of a period: only their differences mean anything. */
export const endOfYear = (year: number): number => year * 12 + 12
export const endOf = (period: Period): number => yearOf(period) * 12 + monthsElapsed(period)

export type Start = { value: Fraction; year: number }

/** Where the path begins: the baseline, or nothing at the end of the year before the plan. */
export function startOf({ baseline, startsFromNothing, planStart }: TargetInput): Start | undefined {
  if (baseline !== null) return { value: fraction(baseline.value), year: baseline.year }
  return startsFromNothing ? { value: whole(0), year: planStart - 1 } : undefined
}

type Point = { at: number; value: Fraction; derived: boolean }

/** Start, what is said for single years in between (if it counts), and the target; in order of time. */
function pointsOf(input: TargetInput, start: Start, end: Start, useYears: boolean): Point[] {
  const said = useYears ? yearsOf(input).filter(({ year }) => year > start.year && year < end.year) : []
  return [
    { at: endOfYear(start.year), value: start.value, derived: false },
    ...said.map(({ year, value, origin }) => ({
      at: endOfYear(year),
      value: fraction(value),
      derived: origin === 'derived',
    })),
    { at: endOfYear(end.year), value: end.value, derived: false },
  ]
}

/** Values of single years, this year's list going before the path. */
function yearsOf({ path, yearValue, period }: TargetInput) {
  const now = yearOf(period)
  const listed = yearValue === null ? [] : [{ year: now, ...yearValue }]
  const others = path.filter(({ year }) => yearValue === null || year !== now)
  return [...others, ...listed].sort((a, b) => a.year - b.year)
}

/** The value the path asks for at a moment: straight from one known point to the next, in months. */
export function expectedAt(input: TargetInput, start: Start, end: Start, at: number, useYears: boolean) {
  const points = pointsOf(input, start, end, useYears)
  const next = points.find((point) => point.at >= at) ?? points.at(-1)
  const before = points.findLast((point) => point.at < at)
  if (next === undefined || before === undefined) return { value: start.value, derived: false }
  if (at >= next.at) return { value: next.value, derived: next.derived }
  const gone = over(whole(at - before.at), whole(next.at - before.at))
  const value = plus(before.value, times(minus(next.value, before.value), gone))
  return { value, derived: before.derived || next.derived }
}
