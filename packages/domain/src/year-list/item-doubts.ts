import type { ItemContent, Proposal } from '@lianxi/schema/commands/year-list'
import { grouped, moneyWords, withUnit } from '@lianxi/schema/figure-words'
import { abs, exact } from '../report/exact'

/** `before`: the year's figure as it stood there, by the plan or the list. */
type About = { year: number; unit: string | null; before: Proposal }
type Point = { year: number; value: string }

/** So many times another year's figure, or such a part of it, is a slip of the unit more often than a plan. */
const TIMES = 10n

function isFar(value: string, other: string): boolean {
  const [one, two] = [abs(exact(value)), abs(exact(other))]
  return one !== 0n && two !== 0n && (one > two * TIMES || two > one * TIMES)
}

/** The last year known before the list's, else the first one after it: what the value is held against. */
export function besideOf({ baseline, path }: NonNullable<ItemContent['target']>, year: number): Point | undefined {
  const known = [...(baseline === null ? [] : [baseline]), ...path].filter((point) => point.year !== year)
  const sorted = known.sort((a, b) => a.year - b.year)
  return sorted.findLast((point) => point.year < year) ?? sorted[0]
}

/** What a year's figure is held against: another year's value, or the whole investment. */
export type Held = { beside: Point | null; totalWan: number | null }

function valueDoubts(value: string | null, { beside }: Held, { year, unit, before }: About): string[] {
  if (value === null) return []
  const words = (figure: string) => withUnit(grouped(figure), unit)
  const said = `${year}年目标值 ${words(value)}，`
  if (before.value !== null && isFar(value, before.value))
    return [`${said}原为 ${words(before.value)}，相差十倍以上，请核对单位。`]
  if (beside === null || !isFar(value, beside.value)) return []
  return [`${said}${beside.year}年为 ${words(beside.value)}，相差十倍以上，请核对单位。`]
}

function planDoubts(planWan: number | null, { totalWan }: Held, { before }: About): string[] {
  if (planWan === null) return []
  const said = `年度计划 ${moneyWords(planWan)}，`
  if (totalWan !== null && planWan > totalWan) return [`${said}超过总投资 ${moneyWords(totalWan)}。`]
  const then = before.planWan
  if (then === null || !isFar(String(planWan), String(then))) return []
  return [`${said}原为 ${moneyWords(then)}，相差十倍以上，请核对单位。`]
}

/** Doubts about the year's figure alone: of a line that is taken from a plan as it is. */
export const figureDoubts = ({ value, planWan }: Proposal, held: Held, about: About): string[] => [
  ...valueDoubts(value, held, about),
  ...planDoubts(planWan, held, about),
]

/**
 * What in an item is hardly meant, in words with the figures that are compared: to be looked at again before it is saved.
 * None of it is impossible, so nothing is refused.
 */
export function itemDoubts({ target, project, deadline }: ItemContent, about: About): string[] {
  const elsewhere = deadline !== '' && deadline.slice(0, 4) !== String(about.year)
  const figure = { value: target?.yearValue?.value ?? null, planWan: project?.planWan ?? null }
  const beside = (target === null ? undefined : besideOf(target, about.year)) ?? null
  return [
    ...figureDoubts(figure, { beside, totalWan: project?.totalWan ?? null }, about),
    ...(elsewhere ? [`完成时限 ${deadline} 不在清单年度 ${about.year}年内。`] : []),
  ]
}

/** Adopted like this, nothing can be judged: neither the year's value nor the year's plan is said. */
export const isUnfilled = (
  { target, project }: Pick<ItemContent, 'target' | 'project'>,
  qualitative: boolean,
): boolean => !qualitative && (target?.yearValue ?? null) === null && (project?.planWan ?? null) === null
