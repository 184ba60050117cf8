import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { grouped, moneyWords, withUnit } from '@lianxi/schema/figure-words'
import { originNote, originWord } from '@lianxi/schema/origin-note'
import type { Comparator } from '@lianxi/schema/vocabulary'

const SIGNS = {
  ge: '≥',
  gt: '>',
  le: '≤',
  lt: '<',
  eq: '',
  approx: '约',
  range: '',
  qualitative: '',
} satisfies Record<Comparator, string>

const joined = (parts: (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' ')

/**
 * `≥ 260 亿元（2025年）`: the year's value, else the plan's; null for what has no number. `whole`: whose the plan's is, where
 * it is not the region's own.
 */
export function targetPromise(doc: TargetListed, item: ItemListed | null, whole: string | null = null): string | null {
  const ofYear = item?.target?.yearValue ?? null
  if (ofYear !== null) {
    const sign = SIGNS[doc.comparator]
    return `${joined([sign, withUnit(grouped(ofYear.value), doc.unit)])}（${ofYear.year}年${originNote(ofYear.origin)}）`
  }
  if (doc.value === null) return null
  const value = [doc.value, doc.valueHigh].flatMap((one) => (one === null ? [] : grouped(one))).join('–')
  const promise = `${joined([SIGNS[doc.comparator], withUnit(value, doc.unit)])}（${doc.targetYear}年）`
  return whole === null ? promise : `${whole} ${promise}`
}

/** `年度投资 8,000 万元（演示）`, else what the plan says it will be; null for neither. */
export function projectPromise(doc: ProjectListed, item: ItemListed | null): string | null {
  const plan = item?.project ?? null
  if (plan !== null && plan.planWan !== null) {
    const note = originWord(plan.origin)
    return `年度投资 ${moneyWords(plan.planWan)}${note === '' ? '' : `（${note}）`}`
  }
  return doc.plannedOutcome
}
