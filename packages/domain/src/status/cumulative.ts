import { monthsElapsed, yearOf } from '@lianxi/schema/period'
import { lastOfYear } from './figures'
import { undeterminable, type Finding } from './finding'
import { over, plus, whole, type Fraction } from './fraction'
import { type Against, judgePace } from './pace'
import { aimOf, reaches, senseOf, type Sense } from './sense'
import { amount } from './sentence'
import type { RuleSet, TargetInput } from './types'

/** The plan's years before the period's. */
export function pastYears({ planStart, period }: TargetInput): number[] {
  return Array.from({ length: Math.max(0, yearOf(period) - planStart) }, (_, index) => planStart + index)
}

export const named = (years: readonly number[]): string => years.map((year) => `${year}年`).join('、')

/** A sum over the plan's years (规划期累计), each reported from zero again: past years' last figures and this year's. */
export function judgeCumulative(input: TargetInput, value: Fraction, ruleSet: RuleSet): Finding {
  const { target, unit } = input
  if (target === null) return undeterminable('target', '规划和清单都没有本地区的目标值，无法判定。')
  const sense = senseOf(input)
  if (sense === undefined) return undeterminable('direction', '指标没有写明升为好还是降为好，无法判定。')
  const aim = aimOf(target, sense)
  const past = pastYears(input).map((year) => ({ year, value: lastOfYear(input, year) }))
  const sum = past.reduce((total, one) => (one.value === undefined ? total : plus(total, one.value)), value)
  const { gone, all } = monthsOf(input, target)
  const unknown = past.filter((one) => one.value === undefined).map(({ year }) => year)
  const known = unknown.length === 0
  if ((sense === 'up' || (known && gone >= all)) && reaches(input, sum, aim, sense, ruleSet)) {
    const sentence = `规划期以来累计 ${amount(sum, unit)}，已达到目标 ${amount(aim, unit)}。`
    return { status: 'achieved', method: 'comparison', actual: sum, expected: aim, sentence }
  }
  if (!known) {
    return undeterminable('past-figures', `缺少${named(unknown)}的数据，规划期以来的累计数不完整，无法判定。`)
  }
  if (gone <= 0 || all <= 0) return undeterminable('target', '报告期不在规划期内，无法判定。')
  return judgePace({ done: sum, ...planAgainst(input, target, sense, ruleSet) }, ruleSet)
}

/** Months of the plan that are gone, and all of them up to the target. */
const monthsOf = ({ planStart, period }: TargetInput, target: { year: number }) => ({
  gone: (yearOf(period) - planStart) * 12 + monthsElapsed(period),
  all: (target.year - planStart + 1) * 12,
})

/** The plan's sum and the share of it due by now; only for a period within the plan. */
export function planAgainst(
  input: TargetInput,
  target: NonNullable<TargetInput['target']>,
  sense: Sense,
  { rules }: RuleSet,
): Against {
  const { gone, all } = monthsOf(input, target)
  const share = over(whole(Math.min(gone, all)), whole(all))
  const of = { by: '按规划期序时', of: '规划期目标' }
  return { whole: aimOf(target, sense), share, sense, method: rules.methods.cumulative, unit: input.unit, ...of }
}

/** The year's own value, the list's before the plan's, and the share of it due by now. */
export function perYearAgainst(
  { target, yearValue, period, unit }: TargetInput,
  sense: Sense,
  { rules }: RuleSet,
): Against | undefined {
  const aim = yearValue === null ? target && aimOf(target, sense) : aimOf({ ...yearValue, high: null, year: 0 }, sense)
  if (aim === null) return undefined
  const share = over(whole(monthsElapsed(period)), whole(12))
  return { whole: aim, share, sense, method: rules.methods.perYear, unit, by: '按序时', of: '全年目标' }
}

/** So many each year (每年), counted anew: the year's own, and how many years reached it. */
export function judgePerYear(input: TargetInput, value: Fraction, ruleSet: RuleSet): Finding {
  const { target, yearValue, period } = input
  const sense = senseOf(input)
  if (sense === undefined) return undeterminable('direction', '指标没有写明升为好还是降为好，无法判定。')
  const against = perYearAgainst(input, sense, ruleSet)
  if (against === undefined) return undeterminable('target', '规划和清单都没有本地区的目标值，无法判定。')
  const months = monthsElapsed(period)
  const found = judgePace({ done: value, ...against }, ruleSet)
  const yearly = target === null ? against.whole : aimOf(target, sense)
  const past = pastYears(input).map((year) => lastOfYear(input, year))
  const ended = [...past, ...(months === 12 ? [value] : [])].filter((one) => one !== undefined)
  const met = ended.filter((one) => reaches(input, one, yearly, sense, ruleSet)).length
  const count = ended.length === 0 ? '' : `规划期以来有数据的 ${ended.length} 年中 ${met} 年达到。`
  return { ...found, derived: yearValue?.origin === 'derived', sentence: `${found.sentence}${count}` }
}
