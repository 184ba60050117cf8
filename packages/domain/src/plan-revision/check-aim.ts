import type { PlanListed, ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { ProjectAim, TargetAim } from '@lianxi/schema/events/revisions'
import type { RefusalCode } from '@lianxi/schema/views/refusal'
import { grouped, wanWords, withUnit } from '@lianxi/schema/figure-words'
import { looksLikeOtherUnit } from '../report/compare'
import { abs, exact } from '../report/exact'
import { sameProjectAim, sameTargetAim } from './aim'

export type AimFault = [code: RefusalCode, field: string | null, detail?: string]
type Asked<Doc, Aim> = { doc: Doc; before: Aim; after: Aim; fromYear: number; plan: PlanListed; today: string }

/** So many the contract takes. */
const MOST_YEARS = 20

const isPercent = (unit: string | null): boolean => unit !== null && /^[%％]$|^百分/.test(unit)

/** 7.7 % written as 0.077, or the other way: about a hundred times as much or as little. */
const looksLikeFraction = (value: bigint, reference: bigint): boolean => {
  const [small, large] = [abs(value), abs(reference)].sort((a, b) => (a < b ? -1 : 1)) as [bigint, bigint]
  return small > 0n && small * 67n <= large && large <= small * 150n
}

function isOtherUnit(value: string, reference: string, unit: string | null): boolean {
  const [one, other] = [exact(value), exact(reference)]
  return isPercent(unit) ? looksLikeFraction(one, other) : looksLikeOtherUnit(one, other)
}

/** Years of a revision: not of years that are over, and each once. `last`: the last year it can be about; null: open. */
function yearsFault(
  years: readonly number[],
  { fromYear, plan, today, last }: { fromYear: number; plan: PlanListed; today: string; last: number | null },
): AimFault | undefined {
  const end = last ?? plan.periodEnd
  const first = Math.max(plan.periodStart, Number(today.slice(0, 4)))
  const possible = first > end ? '无（目标年、完工年或规划期已过）。' : `${first}—${end}年。`
  if (fromYear < first || fromYear > end) return ['revision-from-year', 'fromYear', possible]
  const outside = years.find((year) => year < fromYear || year > end)
  if (outside !== undefined || new Set(years).size < years.length) return ['revision-yearly', 'yearly']
  return undefined
}

/** Why a target cannot be proposed to be this; undefined: it can. */
export function targetAimFault(
  { doc, before, after, fromYear, plan, today }: Asked<TargetListed, TargetAim>,
  yearly: TargetAim['yearly'],
): AimFault | undefined {
  const { value, valueHigh, targetYear } = after
  const { baseline, standing, unit } = doc
  if ((doc.comparator === 'range') !== (valueHigh !== null)) return ['revision-range', 'valueHigh']
  if (valueHigh !== null && exact(value) > exact(valueHigh)) return ['revision-range', 'valueHigh']
  if (baseline !== null && baseline.year >= targetYear) return ['revision-year', 'targetYear']
  const years = yearly.map(({ year }) => year)
  const fault = yearsFault(years, { fromYear, plan, today, last: targetYear })
  if (fault !== undefined) return fault
  // The target year's own value is the target.
  if (years.includes(targetYear) || after.yearly.length > MOST_YEARS) return ['revision-yearly', 'yearly']
  if (sameTargetAim(before, after)) return ['revision-same', 'value']
  if (baseline !== null && !standing && exact(value) === exact(baseline.value)) return ['revision-baseline', 'value']
  const said = [value, ...(valueHigh === null ? [] : [valueHigh])]
  if (said.some((one) => isOtherUnit(one, before.value, unit))) return ['revision-unit', 'value', wordsOf(before, unit)]
  if (yearly.some((one) => isOtherUnit(one.value, value, unit)))
    return ['revision-unit', 'yearly', wordsOf(after, unit)]
  return undefined
}

const wordsOf = ({ value }: TargetAim, unit: string | null): string => `${withUnit(grouped(value), unit)}。`

/** The same of a project. */
export function projectAimFault(
  { before, after, fromYear, plan, today }: Asked<ProjectListed, ProjectAim>,
  yearly: ProjectAim['yearly'],
): AimFault | undefined {
  const { investmentWan, startYear, endYear } = after
  if (startYear !== null && endYear !== null && startYear > endYear) return ['revision-years', 'endYear']
  const years = yearly.map(({ year }) => year)
  const fault = yearsFault(years, { fromYear, plan, today, last: endYear })
  if (fault !== undefined) return fault
  if (startYear !== null && years.some((year) => year < startYear)) return ['revision-yearly', 'yearly']
  if (after.yearly.length > MOST_YEARS) return ['revision-yearly', 'yearly']
  if (sameProjectAim(before, after)) return ['revision-same', 'investmentWan']
  if (investmentWan === null && before.investmentWan !== null) return ['revision-no-total', 'investmentWan']
  if (investmentWan !== null && before.investmentWan !== null) {
    if (looksLikeOtherUnit(exact(investmentWan), exact(before.investmentWan)))
      return ['revision-unit', 'investmentWan', `${wanWords(before.investmentWan)}。`]
  }
  const sum = after.yearly.reduce((total, { planWan }) => total + planWan, 0)
  if (investmentWan !== null && sum > investmentWan) return ['revision-yearly-sum', 'yearly', `${wanWords(sum)}。`]
  return undefined
}
