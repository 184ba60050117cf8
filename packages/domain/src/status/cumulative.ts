import { monthsElapsed, yearOf } from '@lianxi/schema/period'
import { lastOfYear } from './figures'
import { undeterminable, type Finding } from './finding'
import { over, plus, whole, type Fraction } from './fraction'
import { judgePace } from './pace'
import { aimOf, reaches, senseOf } from './sense'
import { amount } from './sentence'
import type { RuleSet, TargetInput } from './types'

/** The plan's years before the period's. */
export function pastYears({ planStart, period }: TargetInput): number[] {
  return Array.from({ length: Math.max(0, yearOf(period) - planStart) }, (_, index) => planStart + index)
}

export const named = (years: readonly number[]): string => years.map((year) => `${year}年`).join('、')

/** A sum over the plan's years (规划期累计), each reported from zero again: past years' last figures and this year's. */
export function judgeCumulative(input: TargetInput, value: Fraction, ruleSet: RuleSet): Finding {
  const { target, planStart, period, unit } = input
  if (target === null) return undeterminable('target', '规划和清单都没有本地区的目标值，无法判定。')
  const sense = senseOf(input)
  if (sense === undefined) return undeterminable('direction', '指标没有写明升为好还是降为好，无法判定。')
  const aim = aimOf(target, sense)
  const past = pastYears(input).map((year) => ({ year, value: lastOfYear(input, year) }))
  const sum = past.reduce((total, one) => (one.value === undefined ? total : plus(total, one.value)), value)
  const gone = (yearOf(period) - planStart) * 12 + monthsElapsed(period)
  const all = (target.year - planStart + 1) * 12
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
  const share = over(whole(Math.min(gone, all)), whole(all))
  const method = ruleSet.rules.methods.cumulative
  const pace = { done: sum, whole: aim, share, sense, method, unit, by: '按规划期序时', of: '规划期目标' }
  return judgePace(pace, ruleSet)
}

/** So many each year (每年), counted anew: the year's own, and how many years reached it. */
export function judgePerYear(input: TargetInput, value: Fraction, ruleSet: RuleSet): Finding {
  const { target, yearValue, period, unit } = input
  const sense = senseOf(input)
  if (sense === undefined) return undeterminable('direction', '指标没有写明升为好还是降为好，无法判定。')
  const aim = yearValue === null ? target && aimOf(target, sense) : aimOf({ ...yearValue, high: null, year: 0 }, sense)
  if (aim === null) return undeterminable('target', '规划和清单都没有本地区的目标值，无法判定。')
  const months = monthsElapsed(period)
  const share = over(whole(months), whole(12))
  const method = ruleSet.rules.methods.perYear
  const pace = { done: value, whole: aim, share, sense, method, unit, by: '按序时', of: '全年目标' }
  const found = judgePace(pace, ruleSet)
  const yearly = target === null ? aim : aimOf(target, sense)
  const past = pastYears(input).map((year) => lastOfYear(input, year))
  const ended = [...past, ...(months === 12 ? [value] : [])].filter((one) => one !== undefined)
  const met = ended.filter((one) => reaches(input, one, yearly, sense, ruleSet)).length
  const count = ended.length === 0 ? '' : `规划期以来有数据的 ${ended.length} 年中 ${met} 年达到。`
  return { ...found, derived: yearValue?.origin === 'derived', sentence: `${found.sentence}${count}` }
}
