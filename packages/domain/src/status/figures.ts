import { monthsElapsed, orderOf, yearOf, type Period } from '@lianxi/schema/period'
import { fraction, type Fraction } from './fraction'
import type { TargetInput } from './types'

type Figures = TargetInput['figures']
type Figure = Figures[number]

const endsWith = (year: number, months: number) => (figure: Figure) =>
  yearOf(figure.period) === year && monthsElapsed(figure.period) === months

/** What was reported for the period, or for another that ends with it: the fourth quarter tells of the year. */
export function figureFor<One extends Figure>(figures: readonly One[], period: Period): One | undefined {
  const same = figures.filter(endsWith(yearOf(period), monthsElapsed(period)))
  return same.find((figure) => figure.period === period) ?? same[0]
}

/** The value that holds at a figure: its own or, for 本期无变化, the last before it; within its year for what starts anew. */
function valueOf(figures: Figures, figure: Figure, startsAnew: boolean): Fraction | undefined {
  if (figure.value !== null) return fraction(figure.value)
  const before = figures
    .filter(({ period, value }) => value !== null && orderOf(period) < orderOf(figure.period))
    .filter(({ period }) => !startsAnew || yearOf(period) === yearOf(figure.period))
    .sort((a, b) => orderOf(b.period) - orderOf(a.period))[0]
  const value = before?.value ?? null
  return value === null ? undefined : fraction(value)
}

const STARTS_ANEW = new Set<TargetInput['basis']>(['flow', 'cumulative', 'per-year', 'growth'])

/** The value of a period; undefined: not reported, or without change to nothing. */
export function valueFor({ figures, basis }: Pick<TargetInput, 'figures' | 'basis'>, period: Period) {
  const figure = figureFor(figures, period)
  return figure === undefined ? undefined : valueOf(figures, figure, STARTS_ANEW.has(basis))
}

/** The value at the end of `months` of a year. */
export function valueAt(input: Pick<TargetInput, 'figures' | 'basis'>, year: number, months: number) {
  return valueFor(input, `${year}-${String(months).padStart(2, '0')}`)
}

/** The last value of a year. */
export function lastOfYear(input: Pick<TargetInput, 'figures' | 'basis'>, year: number): Fraction | undefined {
  const last = input.figures
    .filter(({ period }) => yearOf(period) === year)
    .sort((a, b) => orderOf(b.period) - orderOf(a.period))[0]
  return last && valueOf(input.figures, last, STARTS_ANEW.has(input.basis))
}
