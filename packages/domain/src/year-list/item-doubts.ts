import type { ItemContent } from '@lianxi/schema/commands/year-list'
import { grouped, moneyWords, withUnit } from '@lianxi/schema/figure-words'
import { abs, exact } from '../report/exact'

type About = { year: number; unit: string | null }
type Point = { year: number; value: string }

/** So many times another year's figure, or such a part of it, is a slip of the unit more often than a plan. */
const TIMES = 10n

function isFar(value: string, other: string): boolean {
  const [one, two] = [abs(exact(value)), abs(exact(other))]
  return one !== 0n && two !== 0n && (one > two * TIMES || two > one * TIMES)
}

/** The last year known before the list's, else the first one after it: what the value is held against. */
function besideOf({ baseline, path }: NonNullable<ItemContent['target']>, year: number): Point | undefined {
  const known = [...(baseline === null ? [] : [baseline]), ...path].filter((point) => point.year !== year)
  const sorted = known.sort((a, b) => a.year - b.year)
  return sorted.findLast((point) => point.year < year) ?? sorted[0]
}

function targetDoubts(target: NonNullable<ItemContent['target']>, { year, unit }: About): string[] {
  const value = target.yearValue?.value
  const beside = besideOf(target, year)
  if (value === undefined || beside === undefined || !isFar(value, beside.value)) return []
  const words = (figure: string) => withUnit(grouped(figure), unit)
  return [`${year}年目标值 ${words(value)}，${beside.year}年为 ${words(beside.value)}，相差十倍以上，请核对单位。`]
}

function projectDoubts({ planWan, totalWan }: NonNullable<ItemContent['project']>): string[] {
  if (planWan === null || totalWan === null || planWan <= totalWan) return []
  return [`年度计划 ${moneyWords(planWan)}，超过总投资 ${moneyWords(totalWan)}。`]
}

/**
 * What in an item is hardly meant, in words with the figures that are compared: to be looked at again before it is saved.
 * None of it is impossible, so nothing is refused.
 */
export function itemDoubts({ target, project, deadline }: ItemContent, about: About): string[] {
  const elsewhere = deadline !== '' && deadline.slice(0, 4) !== String(about.year)
  return [
    ...(target === null ? [] : targetDoubts(target, about)),
    ...(project === null ? [] : projectDoubts(project)),
    ...(elsewhere ? [`完成时限 ${deadline} 不在清单年度 ${about.year}年内。`] : []),
  ]
}

/** Adopted like this, nothing can be judged: neither the year's value nor the year's plan is said. */
export const isUnfilled = (
  { target, project }: Pick<ItemContent, 'target' | 'project'>,
  qualitative: boolean,
): boolean => !qualitative && (target?.yearValue ?? null) === null && (project?.planWan ?? null) === null
