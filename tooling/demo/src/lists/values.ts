import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { TargetListed } from '@lianxi/schema/events/facts'
import type { ValueOrigin } from '@lianxi/schema/vocabulary'
import { decimalText } from './figure'
import type { TargetItem } from './item'

type Values = NonNullable<ItemListed['target']>
type YearValue = Values['path'][number]

/**
 * The values of a target on a year's list. What the plan states is `plan`; the plan's average growth taken for each
 * year is `derived`; everything else is invented for the demo and says so.
 */
export function valuesOf(item: TargetItem, listed: TargetListed, region: string, year: number): Values {
  if (listed.basis === 'flag') return { baseline: null, yearValue: null, path: [] }
  const own = listed.region === region
  const path = item.path.map((value, index): YearValue => {
    const text = decimalText(value, item.decimals)
    return { year: item.from + index, value: text, origin: originOf(listed, own, item.from + index, text) }
  })
  return {
    baseline: baselineOf(item, listed, own),
    yearValue: path.find((value) => value.year === year) ?? null,
    path,
  }
}

function originOf(listed: TargetListed, own: boolean, year: number, value: string): ValueOrigin {
  if (!own || listed.value === null || Number(listed.value) !== Number(value)) return 'demo'
  if (listed.standing || listed.basis === 'per-year') return 'plan'
  if (listed.basis === 'growth') return 'derived'
  return listed.basis !== 'cumulative' && year === listed.targetYear ? 'plan' : 'demo'
}

/** A baseline of a growth or cumulative target is information, no starting point (catalogue's README). */
function baselineOf(item: TargetItem, listed: TargetListed, own: boolean): Values['baseline'] {
  if (item.baseline !== null) return { year: 2020, value: decimalText(item.baseline, item.decimals), origin: 'demo' }
  if (!own || listed.baseline === null || listed.standing) return null
  if (listed.basis === 'growth' || listed.basis === 'cumulative') return null
  const { year, value } = listed.baseline
  return { year, value, origin: 'plan' }
}
