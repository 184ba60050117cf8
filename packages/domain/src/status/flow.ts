import { monthsElapsed, periodLabel, yearOf } from '@lianxi/schema/period'
import { valueAt } from './figures'
import { undeterminable, type Finding } from './finding'
import { atLeast, compare, fraction, isPositive, ONE, over, whole, ZERO, type Fraction } from './fraction'
import { type Against, judgePace } from './pace'
import { endOfYear, expectedAt, startOf } from './path'
import { aimOf, senseOf, type Sense } from './sense'
import { judgeOnPath } from './stock'
import type { RuleSet, TargetInput } from './types'

const YEAR = 12

/** A year's flow (时期), reported year-to-date. Within the year only the year's own value counts, never the plan's end. */
export function judgeFlow(input: TargetInput, value: Fraction, ruleSet: RuleSet): Finding {
  if (monthsElapsed(input.period) < YEAR) return againstYear(input, value, ruleSet)
  const found = judgeOnPath(input, value, ruleSet.rules.methods.flowYearEnd, ruleSet)
  if (found.missing !== 'baseline' && found.missing !== 'target') return found
  return yearValueOf(input) === undefined ? found : againstYear(input, value, ruleSet)
}

function againstYear(input: TargetInput, value: Fraction, ruleSet: RuleSet): Finding {
  const sense = senseOf(input)
  if (sense === undefined) return undeterminable('direction', '指标没有写明升为好还是降为好，无法判定。')
  const year = yearAgainst(input, sense, ruleSet)
  if (year === undefined) {
    return undeterminable('year-value', '没有本年目标值，也没有可以推算的基期值，年内无法判定。')
  }
  return { ...judgePace({ done: value, ...year.against }, ruleSet), derived: year.derived }
}

/** The year's own value and the share of it due by now; undefined: there is none and nothing to derive it from. */
export function yearAgainst(
  input: TargetInput,
  sense: Sense,
  { rules }: RuleSet,
): { against: Against; derived: boolean } | undefined {
  const year = yearValueOf(input, sense)
  if (year === undefined) return undefined
  const of = year.derived ? '推算的全年目标' : '全年目标'
  const method = rules.methods.flowWithinYear
  const against = { whole: year.value, ...shareOf(input), sense, method, unit: input.unit, of }
  return { against, derived: year.derived }
}

/** Of the list, of the path, of the plan in its last year, or derived (推算) from the line between baseline and target. */
function yearValueOf(input: TargetInput, sense: Sense | undefined = senseOf(input)) {
  const { yearValue, path, target, period } = input
  const year = yearOf(period)
  const said = yearValue ?? path.find((one) => one.year === year) ?? null
  if (said !== null) return { value: fraction(said.value), derived: said.origin === 'derived' }
  if (target === null || sense === undefined) return undefined
  const end = { value: aimOf(target, sense), year: target.year }
  if (year === target.year) return { value: end.value, derived: false }
  const start = startOf(input)
  if (start === undefined || start.year >= end.year || year <= start.year) return undefined
  return { value: expectedAt(input, start, end, endOfYear(year), true).value, derived: true }
}

/** Last year's share at the same time where it is known and makes sense; else the months gone. */
function shareOf(input: TargetInput): { share: Fraction; by: string } {
  const months = monthsElapsed(input.period)
  if (months === YEAR) return { share: ONE, by: `${periodLabel(input.period)}` }
  const year = yearOf(input.period) - 1
  const [then, all] = [valueAt(input, year, months), valueAt(input, year, YEAR)]
  if (then !== undefined && all !== undefined && isPositive(all) && compare(then, ZERO) > 0 && atLeast(all, then)) {
    return { share: over(then, all), by: '按上年同期占全年的比重' }
  }
  return { share: over(whole(months), whole(YEAR)), by: '按序时' }
}
