import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { ProjectListed } from '@lianxi/schema/events/facts'
import { type Period, yearOf } from '@lianxi/schema/period'
import type { ProjectInput } from '../status/types'
import { type CellSaid, saidUntil } from './cell-said'

export type ProjectPlace = {
  doc: ProjectListed
  /** Last year of the plan's period; undefined where the plan is not listed. */
  planEnd: number | undefined
  period: Period
  /** The year's first item that asks this region for it. */
  item: ItemListed | null
  due: boolean
  /** Every cell of this project and region. */
  cells: readonly CellSaid[]
}

/** What one region's part of a project is judged by for a period: the year's plan, what was reported, the promise. */
export function projectGiven({ doc, planEnd, period, item, due, cells }: ProjectPlace): ProjectInput {
  const said = saidUntil(cells, period)
  const plan = item?.project ?? null
  const thisYear = said.filter((cell) => yearOf(cell.period) === yearOf(period))
  return {
    ...{ period, due },
    reported: said.some((cell) => cell.period === period),
    planWan: plan?.planWan ?? null,
    monthlyPercent: plan?.monthlyPercent ?? null,
    investedYearWan: lastOf(thisYear, ({ investedYearWan }) => investedYearWan),
    milestones: (plan?.milestones ?? []).map(({ name, dueOn }) => ({ name, dueOn, reachedOn: reachedOn(said, name) })),
    outcome: outcomeOf(doc, planEnd),
    stage: lastOf(said, ({ stage }) => stage),
    progressPercent: lastOf(said, ({ progressPercent }) => progressPercent),
  }
}

const lastOf = <Value>(said: readonly CellSaid[], read: (cell: CellSaid) => Value | null): Value | null =>
  said.map(read).findLast((value) => value !== null) ?? null

/** The last report that names it: a date may be corrected. */
const reachedOn = (said: readonly CellSaid[], name: string): string | null =>
  said.flatMap(({ milestones }) => milestones).findLast((milestone) => milestone.name === name)?.reachedOn ?? null

/** The plans say 建成, 开工, 推进 or 前期 of a project, until their period's end; only the first two can be seen. */
function outcomeOf({ plannedOutcome, endYear }: ProjectListed, planEnd: number | undefined): ProjectInput['outcome'] {
  if (plannedOutcome === '建成') return promised('completed', endYear ?? planEnd)
  if (plannedOutcome === '开工') return promised('under-construction', planEnd)
  return null
}

const promised = (stage: 'completed' | 'under-construction', year: number | undefined): ProjectInput['outcome'] =>
  year === undefined ? null : { stage, by: `${year}-12-31` }
