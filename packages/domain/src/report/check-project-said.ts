import type { ProjectContent } from '@lianxi/schema/events/reports'
import type { PastFigure } from '@lianxi/schema/views/check-context'
import type { Stage } from '@lianxi/schema/vocabulary'
import type { Finding } from '@lianxi/schema/views/result'

/** The stage a form begins with: nobody is asked it twice. */
export const knownStage = (history: readonly PastFigure[]): Stage | null => history.at(-1)?.stage ?? null

const error = (code: string, field: string, message: string): Finding => ({ level: 'error', code, field, message })

/**
 * What an office is asked of a project before it submits: that it says something new. Only of what is typed; an event of
 * a region's own system may leave figures out.
 */
export const checkProjectSaid = (content: ProjectContent, { history }: { history: readonly PastFigure[] }): Finding[] =>
  saysNothing(content, history) ? [NOTHING] : []

const NOTHING = error(
  'progress-missing',
  'investedYearWan',
  '请至少填写一项本期进展（完成投资、形象进度、完成的节点或阶段变化）；确无变化的，请选“本期无变化”。',
)

function saysNothing(content: ProjectContent, history: readonly PastFigure[]): boolean {
  const { nil, stage, investedYearWan, investedTotalWan, progressPercent, physicalProgress, milestones } = content
  if (nil || stage === null || stage !== knownStage(history)) return false
  const figures = [investedYearWan, investedTotalWan, progressPercent].some((figure) => figure !== null)
  return !figures && physicalProgress.trim() === '' && milestones.length === 0
}
