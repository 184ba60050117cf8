import type { Decimal } from '@lianxi/schema/decimal'
import type { Period } from '@lianxi/schema/period'
import type { Lack } from '@lianxi/schema/views/roll-up'
import type { Aggregation, Basis, FilingState } from '@lianxi/schema/vocabulary'
import { outermost } from '../place/inside'
import { valueFor } from './figures'
import { decimal, fixed, fraction, HUNDRED, isPositive, over, times } from './fraction'
import { zoneFigure } from './roll-up'

/** What a region filed of a target for periods that end together; `indicator`: the one its indicator counts as. */
export type Filed = {
  subject: string
  region: string
  period: Period
  state: FilingState
  value: Decimal | null
  /** The last figure before, which 本期无变化 leaves standing. */
  last: { period: Period; value: Decimal | null } | null
  basis: Basis
  unit: string | null
  indicator: string | null
}

export type ZoneTarget = Pick<Filed, 'subject' | 'basis' | 'unit' | 'indicator'> & {
  /** Null: no indicator says how a zone's figure comes from its regions, so none is made. */
  aggregate: Aggregation | null
  /** The indicator a weighted mean is weighted by, as it counts; null: nobody said. */
  weight: string | null
}

/** A region's part; `subject`: the target it was reported of, the zone's own or the region's of the same indicator. */
export type ZonePart = {
  region: string
  subject: string | null
  value: Decimal | null
  weight: Decimal | null
  lacks: Lack | null
}

/** A figure from inside a responsible region, and its share of that region's, where parts add up. */
export type InsidePart = {
  region: string
  within: string
  subject: string
  value: Decimal
  sharePercent: string | null
}

export type ZoneTogether = {
  value: Decimal | null
  partial: Decimal | null
  parts: ZonePart[]
  inside: InsidePart[]
}

type Zone = { responsible: readonly string[]; parents: ReadonlyMap<string, string | null>; period: Period }

/**
 * A zone's figure of a target from what its responsible regions reported, each of the zone's target or, where no list
 * asks it for that, of its own plan's target of the same indicator, unit and basis (one duty serves every plan). A
 * returned figure is in doubt and does not count; a mean's weight is the region's reported figure of the weight indicator.
 */
export function zoneTogether(target: ZoneTarget, filed: readonly Filed[], zone: Zone): ZoneTogether {
  const alike = filed.filter((one) => one.subject === target.subject || isAlike(target, one))
  const find = (region: string) => {
    const own = alike.filter((one) => one.region === region)
    return chosen(own, (one) => one.subject === target.subject, zone.period)
  }
  const weightOf = (region: string): Decimal | null => {
    const told = filed.filter((one) => one.region === region && one.indicator === target.weight)
    return target.aggregate === 'weighted-mean' && target.weight !== null
      ? valueOf(chosen(told, ({ state }) => state === 'reported', zone.period))
      : null
  }
  const responsible = outermost(zone.responsible, zone.parents)
  const parts = responsible.map((region) => partOf(region, find(region), weightOf(region), target.aggregate))
  const districts = [...new Set(alike.map(({ region }) => region))]
    .filter((region) => !responsible.includes(region))
    .sort()
  const figures = [
    ...parts,
    ...districts.map((region) => ({ region, value: valueOf(find(region)), weight: weightOf(region) })),
  ]
  const { value, partial, inside } = zoneFigure(target.aggregate ?? 'none', figures, zone)
  const inWhole = inside.flatMap((region): InsidePart[] => {
    const [found, within] = [find(region), wholeOf(region, responsible, zone.parents)]
    const own = valueOf(found)
    if (found === undefined || own === null || within === undefined) return []
    const whole = figures.find((one) => one.region === within)?.value ?? null
    const sharePercent = target.aggregate === 'sum' ? shareOf(own, whole) : null
    return [{ region, within, subject: found.subject, value: own, sharePercent }]
  })
  return { value, partial, parts, inside: inWhole }
}

const isAlike = (target: ZoneTarget, one: Filed): boolean =>
  target.indicator !== null &&
  one.indicator === target.indicator &&
  one.basis === target.basis &&
  one.unit === target.unit

/** Of several filings of one region: first what is preferred, then what is of the very period. */
function chosen(all: readonly Filed[], preferred: (one: Filed) => boolean, period: Period): Filed | undefined {
  const rank = (one: Filed) => (preferred(one) ? 0 : 2) + (one.period === period ? 0 : 1)
  return [...all].sort((a, b) => rank(a) - rank(b) || a.subject.localeCompare(b.subject))[0]
}

function valueOf(filed: Filed | undefined): Decimal | null {
  if (filed === undefined || filed.state !== 'reported') return null
  const { basis, period, value, last } = filed
  const found = valueFor({ basis, figures: [...(last === null ? [] : [last]), { period, value }] }, period)
  return found === undefined ? null : decimal(found)
}

function partOf(
  region: string,
  filed: Filed | undefined,
  weight: Decimal | null,
  aggregate: Aggregation | null,
): ZonePart {
  const value = valueOf(filed)
  return { region, subject: filed?.subject ?? null, value, weight, lacks: lackOf(filed, value, weight, aggregate) }
}

function lackOf(
  filed: Filed | undefined,
  value: Decimal | null,
  weight: Decimal | null,
  aggregate: Aggregation | null,
): Lack | null {
  if (filed === undefined) return 'not-asked'
  if (filed.state === 'returned') return 'returned'
  if (value === null) return 'figure'
  const weighed = weight !== null && isPositive(fraction(weight))
  return aggregate === 'weighted-mean' && !weighed ? 'weight' : null
}

/** The responsible region a region lies in. */
function wholeOf(region: string, responsible: readonly string[], parents: Zone['parents']): string | undefined {
  let at = parents.get(region) ?? null
  while (at !== null && !responsible.includes(at)) at = parents.get(at) ?? null
  return at ?? undefined
}

function shareOf(part: Decimal, whole: Decimal | null): string | null {
  if (whole === null || !isPositive(fraction(whole))) return null
  return fixed(times(over(fraction(part), fraction(whole)), HUNDRED), 1)
}
