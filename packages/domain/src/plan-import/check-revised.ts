import { projectAim, sameProjectAim, sameTargetAim, targetAim } from '../plan-revision/aim'
import type { Change } from './changes'
import { type Fault, faultAt } from './fault'
import type { Known } from './known'

/** Whether a file says another aim of a target or project than the board; what else it corrects is no revision. */
function changesAim({ event }: Change, board: Known): boolean {
  if (event.type === 'lianxi.target.listed.v1') {
    const before = board.targets.find(({ code }) => code === event.data.code)
    const [then, now] = [before && targetAim(before), targetAim(event.data)]
    return then && now ? !sameTargetAim(then, now) : before !== undefined && then !== now
  }
  if (event.type !== 'lianxi.project.listed.v1') return false
  const before = board.projects.find(({ code }) => code === event.data.code)
  return before !== undefined && !sameProjectAim(projectAim(before), projectAim(event.data))
}

/** A file does not take back what a mid-term review revised, and makes void what is proposed to be revised. */
export function revisionFaults(changes: readonly Change[], board: Known): Fault[] {
  return changes.flatMap((change) => {
    const { code, sheet, row } = change
    const [revised, proposed] = [board.revised?.has(code) === true, board.proposed?.has(code) === true]
    if ((!revised && !proposed) || !changesAim(change, board)) return []
    return revised
      ? faultAt(
          'error',
          { sheet, row },
          '这个事项已经中期评估修订，文件中的数值或年份与现行的不同；请改用现行值，或在该事项页面提出新的修订建议',
        )
      : faultAt(
          'warning',
          { sheet, row },
          '这个事项有一项修订建议待批准；导入后建议与规划所述不再对得上，须撤回后重新提出',
        )
  })
}
