import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { TargetListed } from '@lianxi/schema/events/facts'
import { yearOf } from '@lianxi/schema/period'
import type { TargetInput } from './types'

/** What the board knows besides the plan's target and the list's item. */
export type AskedOfTarget = Pick<TargetInput, 'period' | 'due' | 'planStart' | 'figures'> & {
  region: string
  /** Of the series the target is compared with; nothing: not entered yet. */
  otherFigures?: TargetInput['figures']
  flag?: TargetInput['flag']
  startsFromNothing?: boolean
}

/**
 * A target of the plan and, where a list asks for it, its item as what the resolver judges by. The plan's own values count
 * only for the region the plan promised them for: a zone's total is nobody's part of it.
 */
export function targetInputOf(target: TargetListed, item: ItemListed | null, asked: AskedOfTarget): TargetInput {
  const { unit, basis, comparator, direction, standing, holdSide } = target
  const { region, otherFigures, flag, startsFromNothing, ...given } = asked
  const own = target.region === region
  const listed = item?.target ?? null
  const path = pathOf(target, own, listed)
  const yearValue = item !== null && item.year === yearOf(asked.period) ? (listed?.yearValue ?? null) : null
  const baseline = listed?.baseline ?? (own ? target.baseline : null)
  return {
    ...{ unit, basis, comparator, direction, standing, holdSide },
    relative: target.relativeTo === undefined ? null : relativeOf(target.relativeTo, otherFigures ?? []),
    flag: flag ?? null,
    baseline: baseline && { value: baseline.value, year: baseline.year },
    startsFromNothing: startsFromNothing ?? false,
    target: aimFor(target, own, item),
    path,
    yearValue: yearValue && { value: yearValue.value, origin: yearValue.origin },
    ...given,
  }
}

function aimFor({ value, valueHigh, targetYear: year }: TargetListed, own: boolean, item: ItemListed | null) {
  const listed = item?.target ?? null
  const agreed = [...(listed?.path ?? []), listed?.yearValue ?? null].find((one) => one?.year === year) ?? null
  if (agreed !== null) return { value: agreed.value, high: null, year }
  return own && value !== null ? { value, high: valueHigh, year } : null
}

/** The list's values of single years go before the plan's. */
function pathOf({ yearly }: TargetListed, own: boolean, listed: ItemListed['target']): TargetInput['path'] {
  const said = listed?.path ?? []
  const planned = own ? (yearly ?? []) : []
  const further = planned.filter(({ year }) => said.every((one) => one.year !== year))
  return [...said, ...further.map(({ year, value }) => ({ year, value, origin: 'plan' as const }))].sort(
    (a, b) => a.year - b.year,
  )
}

const relativeOf = (
  { series, scope, operator }: NonNullable<TargetListed['relativeTo']>,
  figures: TargetInput['figures'],
) => ({
  name: `${series}（${scope}）`,
  operator,
  figures,
})
