import { monthsElapsed, type Period, yearOf } from '@lianxi/schema/period'
import type { Stage } from '@lianxi/schema/vocabulary'
import type { DemoMilestone, ProjectItem } from '../lists/item'
import { swing } from './chance'

/** Share of a year's investment done at the end of each quarter: slow after the Spring Festival. */
const SHARES = [0.14, 0.42, 0.71, 1] as const

export type ProjectFigure = {
  stage: Stage
  investedYearWan: number
  investedTotalWan: number
  progressPercent: number
  plannedShare: number
  milestones: { name: string; reachedOn: string }[]
}

/** Where a project of a region stands at a period's end: sums are exact in 万元 and only ever grow. */
export function projectFigure(item: ProjectItem, region: string, period: Period): ProjectFigure {
  const year = yearOf(period)
  const plan = item.years[year]
  if (plan === undefined) throw new Error(`${item.subject} is not on the list of ${year}`)
  const share = investedShare(item, region, period)
  const investedYearWan = Math.round(plan.doneWan * share)
  const stage = stageAt(item, year, monthsElapsed(period))
  return {
    stage,
    investedYearWan,
    investedTotalWan: investedBefore(item, year) + investedYearWan,
    progressPercent: progressAt(item, year, share, stage),
    plannedShare: SHARES[quarterOf(period) - 1] ?? 1,
    milestones: milestonesUntil(item, period),
  }
}

const quarterOf = (period: Period): number => monthsElapsed(period) / 3

/** Stages are stated for the periods they begin in; what counts is the month they end in. */
export function stageAt(item: ProjectItem, year: number, month: number): Stage {
  const at = year * 12 + month
  const reached = item.stages.filter(([from]) => yearOf(from) * 12 + monthsElapsed(from) <= at)
  const stage = reached.at(-1) ?? item.stages[0]
  if (stage === undefined) throw new Error(`${item.subject} has no stage`)
  return stage[1]
}

export function investedBefore(item: ProjectItem, year: number): number {
  return Object.entries(item.years).reduce(
    (sum, [earlier, plan]) => (Number(earlier) < year ? sum + plan.doneWan : sum),
    item.beforeWan,
  )
}

/** While work is suspended nothing is spent; the year's other quarters share what the year brings. */
function investedShare(item: ProjectItem, region: string, period: Period): number {
  const year = yearOf(period)
  const works = [1, 2, 3, 4].map((quarter) => stageAt(item, year, quarter * 3) !== 'suspended')
  const weights = SHARES.map((share, index) => {
    const own = share - (SHARES[index - 1] ?? 0)
    return works[index] === true ? own * (1 + swing(item.subject, region, year, index) * 0.15) : 0
  })
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (all === 0) return 1
  const until = weights.slice(0, quarterOf(period)).reduce((sum, weight) => sum + weight, 0)
  return until / all
}

function progressAt(item: ProjectItem, year: number, share: number, stage: Stage): number {
  if (stage === 'completed') return 100
  const end = item.years[year]?.progress ?? 0
  const start = item.years[year - 1]?.progress ?? progressBefore(item)
  const progress = Math.round(start + (end - start) * share)
  return Math.min(progress, stage === 'under-construction' || stage === 'suspended' ? 99 : progress)
}

/** Work done before the first list, in step with the money spent. */
function progressBefore(item: ProjectItem): number {
  const first = Math.min(...Object.keys(item.years).map(Number))
  const share = Math.floor((item.beforeWan / item.totalWan) * 100)
  return Math.min(share, item.years[first]?.progress ?? share)
}

/** The milestones reached within the period's year until its end, those of the year before that slipped too. */
function milestonesUntil(item: ProjectItem, period: Period): ProjectFigure['milestones'] {
  const year = yearOf(period)
  const last = `${year}-${String(monthsElapsed(period)).padStart(2, '0')}-31`
  const reachedOf = ([, , reachedOn]: DemoMilestone, listed: number) =>
    reachedOn === null ? '' : reachedOn.length === 5 ? `${listed}-${reachedOn}` : reachedOn
  return [year - 1, year].flatMap((listed) =>
    (item.years[listed]?.milestones ?? []).flatMap((milestone) => {
      const reachedOn = reachedOf(milestone, listed)
      return reachedOn.startsWith(`${year}-`) && reachedOn <= last ? [{ name: milestone[0], reachedOn }] : []
    }),
  )
}
