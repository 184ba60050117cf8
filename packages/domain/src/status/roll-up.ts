import type { Decimal } from '@lianxi/schema/decimal'
import type { IndicatorListed } from '@lianxi/schema/events/facts'
import { type MeasureKind, measureKind, type Status } from '@lianxi/schema/status-vocabulary'
import { WORST_FIRST } from '@lianxi/schema/views/status'
import type { Attribute } from '@lianxi/schema/vocabulary'
import { isInside, outermost } from '../place/inside'
import { compare, decimal, fraction, isPositive, over, plus, times, ZERO, type Fraction } from './fraction'

/** What needs attention, worst first. Missing and undeterminable are no reproach and are not among them. */
const WORST = WORST_FIRST.slice(0, WORST_FIRST.indexOf('behind') + 1)

type Marked = { status: Status; attribute: Attribute; measure: { kind: MeasureKind; value: string } | null }

/** How two are ordered that are as bad: what is measured alike, the one furthest behind first; 0: it cannot be said. */
function byMeasure({ measure: one }: Marked, { measure: other }: Marked): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  if (one.kind === other.kind) return compare(fraction(one.value), fraction(other.value))
  return measureKind.words.indexOf(one.kind) - measureKind.words.indexOf(other.kind)
}

/**
 * The worst of those marked 约束性 or 重点: by its status, 约束性 first, then the one furthest behind. Ratios and points are
 * no measure of each other: a ratio is named first, then points, growth, and what is not measured; then the order given.
 */
export function worstMarked<Item extends Marked>(judged: readonly Item[]): Item | undefined {
  const marked = judged.filter(({ status: is, attribute }) => attribute !== 'expected' && WORST.includes(is))
  const rank = ({ status: is, attribute }: Item) => WORST.indexOf(is) * 2 + (attribute === 'binding' ? 0 : 1)
  return marked.toSorted((one, other) => rank(one) - rank(other) || byMeasure(one, other))[0]
}

export type RegionFigure = { region: string; value: Decimal | null; weight?: Decimal | null }
export type ZoneFigure = {
  /** Of all responsible regions; null while one is missing, or where regions make no zone's figure. */
  value: string | null
  /** The same of those that are known, to be shown only with the names of the others. */
  partial: string | null
  counted: string[]
  /** Responsible regions without a figure, or without the weight a mean needs. */
  missing: string[]
  /** Regions with a figure that lie inside a counted one: compared with it, never added. */
  inside: string[]
}

/** As many as a contract's `Decimal` has; only a mean is ever rounded to them. */
const PLACES = 6

/** A zone's figure from its responsible regions, only as its indicator says (求和、加权平均、取大、取小、不汇总). */
export function zoneFigure(
  aggregate: IndicatorListed['aggregate'],
  figures: readonly RegionFigure[],
  { responsible, parents }: { responsible: readonly string[]; parents: ReadonlyMap<string, string | null> },
): ZoneFigure {
  const apart = outermost(responsible, parents)
  const there = new Map(figures.map((one) => [one.region, one]))
  const parts = apart.flatMap((region) => {
    const part = partOf(there.get(region), aggregate)
    return part === undefined ? [] : [{ region, ...part }]
  })
  const counted = parts.map(({ region }) => region)
  const missing = apart.filter((region) => !counted.includes(region))
  const partial = aggregate === 'none' ? null : together(aggregate, parts)
  const inside = figures.flatMap(({ region, value }) =>
    value !== null && isInside(region, new Set(apart), parents) ? [region] : [],
  )
  const text = partial === null ? null : decimal(partial, PLACES)
  return { value: missing.length === 0 ? text : null, partial: text, counted, missing, inside }
}

type Part = { value: Fraction; weight: Fraction }

function partOf(figure: RegionFigure | undefined, aggregate: IndicatorListed['aggregate']): Part | undefined {
  if (figure === undefined || figure.value === null) return undefined
  const value = fraction(figure.value)
  if (aggregate !== 'weighted-mean') return { value, weight: ZERO }
  const weight = figure.weight === undefined || figure.weight === null ? ZERO : fraction(figure.weight)
  return isPositive(weight) ? { value, weight } : undefined
}

function together(aggregate: Exclude<IndicatorListed['aggregate'], 'none'>, parts: readonly Part[]): Fraction | null {
  const [first, ...others] = parts
  if (first === undefined) return null
  const values = others.map(({ value }) => value)
  switch (aggregate) {
    case 'sum':
      return values.reduce(plus, first.value)
    case 'max':
      return values.reduce((most, one) => (compare(one, most) > 0 ? one : most), first.value)
    case 'min':
      return values.reduce((least, one) => (compare(one, least) < 0 ? one : least), first.value)
    case 'weighted-mean': {
      const total = parts.reduce((sum, { weight }) => plus(sum, weight), ZERO)
      return over(
        parts.reduce((sum, { value, weight }) => plus(sum, times(value, weight)), ZERO),
        total,
      )
    }
  }
}
