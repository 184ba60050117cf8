import type { Frequency } from '@lianxi/schema/period'
import type { Attribute, Stage } from '@lianxi/schema/vocabulary'

export const FIRST_YEAR = 2021
export const LAST_YEAR = 2025

/**
 * A target on the yearly lists of one region. `path` are the years' values, `actual` what the demo's years bring, both
 * from `from` on (default 2021). Of a cumulative target both are the year's own amounts, which add up to the plan's; of a
 * qualitative one (定性) they only say in which years it is listed.
 */
export type TargetItem = {
  kind: 'target'
  subject: string
  attribute: Attribute
  frequency: Exclude<Frequency, 'month'>
  from: number
  baseline: number | null
  path: readonly number[]
  actual: readonly number[]
  decimals: number
  figureSource: string
  measures: string
}

/** `dueOn` and `reachedOn` are month and day of the year, or a full date where a milestone slipped into another year. */
export type DemoMilestone = readonly [name: string, dueOn: string, reachedOn: string | null]

/** One year of a project: planned and done in 万元, physical progress at its end, what is worked on. */
export type ProjectYear = {
  planWan: number
  doneWan: number
  progress: number
  work: string
  milestones: readonly DemoMilestone[]
}

/** A project on the lists of one region: it is listed in the years it has. Sums are the region's part. */
export type ProjectItem = {
  kind: 'project'
  subject: string
  attribute: Attribute
  frequency: Exclude<Frequency, 'month'>
  totalWan: number
  beforeWan: number
  sharePercent: number | null
  stages: readonly (readonly [from: string, stage: Stage])[]
  years: Readonly<Record<number, ProjectYear>>
  measures: string
}

export type DemoItem = TargetItem | ProjectItem
export type RegionList = { region: string; items: readonly DemoItem[] }

type TargetText = { by: string; do: string }
type TargetFacts = Pick<TargetItem, 'attribute' | 'path' | 'actual'> &
  Partial<Pick<TargetItem, 'frequency' | 'from' | 'baseline' | 'decimals'>>

export function target(subject: string, facts: TargetFacts, text: TargetText): TargetItem {
  const { attribute, path, actual, frequency = 'quarter', from = FIRST_YEAR, baseline = null, decimals = 1 } = facts
  const words = { figureSource: text.by, measures: text.do }
  return { kind: 'target', subject, attribute, frequency, from, baseline, path, actual, decimals, ...words }
}

type ProjectFacts = { attribute?: Attribute; total: number; before?: number; share?: number; frequency?: 'half' }

export function project(
  subject: string,
  facts: ProjectFacts,
  stages: ProjectItem['stages'],
  years: ProjectItem['years'],
  measures: string,
): ProjectItem {
  const { attribute = 'key', total: totalWan, before: beforeWan = 0, share = null, frequency = 'quarter' } = facts
  const sums = { totalWan, beforeWan, sharePercent: share }
  return { kind: 'project', subject, attribute, frequency, ...sums, stages, years, measures }
}

/** `plan` and `done` in 万元, `progress` in percent at the year's end. */
export function year(
  plan: number,
  done: number,
  progress: number,
  work: string,
  ...milestones: DemoMilestone[]
): ProjectYear {
  return { planWan: plan, doneWan: done, progress, work, milestones }
}

/** The item's part of a year, or undefined if it is not listed then. */
export function isListed(item: DemoItem, yearNumber: number): boolean {
  if (item.kind === 'project') return item.years[yearNumber] !== undefined
  return yearNumber >= item.from && yearNumber < item.from + item.path.length
}
