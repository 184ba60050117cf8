import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { Period } from '@lianxi/schema/period'
import { resolveProject } from '../status/resolve-project'
import { resolveTarget } from '../status/resolve-target'
import type { Judgement, RuleSet } from '../status/types'
import type { CellSaid } from './cell-said'
import { projectGiven } from './project-given'
import { type TargetPlace, targetGiven } from './target-given'

export type Listed = { kind: 'target'; doc: TargetListed } | { kind: 'project'; doc: ProjectListed }

/** What one region's cell is judged by: the same for the judge and for the form that shows what will be said. */
export type CellGiven = Pick<TargetPlace, 'accepted' | 'compared' | 'share'> & {
  listed: Listed
  /** Undefined where the plan is not listed. */
  plan: { periodStart: number; periodEnd: number } | undefined
  region: string
  period: Period
  item: ItemListed | null
  due: boolean
  /** Every cell of this subject and region. */
  cells: readonly CellSaid[]
}

/** The status of one cell by the rules. */
export function judgeCell({ listed, plan, ...given }: CellGiven, rules: RuleSet): Judgement {
  return listed.kind === 'target'
    ? resolveTarget(targetGiven({ ...given, doc: listed.doc, planStart: plan?.periodStart }), rules)
    : resolveProject(projectGiven({ ...given, doc: listed.doc, planEnd: plan?.periodEnd }), rules)
}
