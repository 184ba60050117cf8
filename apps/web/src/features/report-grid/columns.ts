import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { PROJECT_TITLES, TARGET_TITLES } from '@/features/office/titles'

/** `figure`: one line, right-aligned; `words`: grows with its lines; `choice`: a list; `mark`: ticked or not. */
export type ColumnSort = 'figure' | 'words' | 'choice' | 'mark'
export type GridColumn = { field: string; title: string; sort: ColumnSort; lines?: string }

const column = (field: string, title: string, sort: ColumnSort, lines?: string): GridColumn =>
  lines === undefined ? { field, title, sort } : { field, title, sort, lines }

/** The inputs of a row in the order they stand. `lines`: how several things are written in one cell. */
export const GRID_COLUMNS: Record<SubjectKind, readonly GridColumn[]> = {
  target: [
    column('value', TARGET_TITLES.value, 'figure'),
    column('doneOn', TARGET_TITLES.doneOn, 'words', '日期，或“未完成”'),
    column('figureSource', TARGET_TITLES.figureSource, 'words'),
    column('note', TARGET_TITLES.note, 'words'),
    column('problems', TARGET_TITLES.problems, 'words'),
    column('nextStep', TARGET_TITLES.nextStep, 'words'),
    column('nil', TARGET_TITLES.nil, 'mark'),
  ],
  project: [
    column('stage', PROJECT_TITLES.stage, 'choice'),
    column('investedYearWan', PROJECT_TITLES.investedYearWan, 'figure'),
    column('investedTotalWan', PROJECT_TITLES.investedTotalWan, 'figure'),
    column('progressPercent', PROJECT_TITLES.progressPercent, 'figure'),
    column('physicalProgress', PROJECT_TITLES.physicalProgress, 'words'),
    column('problems', PROJECT_TITLES.problems, 'words'),
    column('matters', PROJECT_TITLES.matters, 'words', '每行一件，如“土地：征地尚缺30亩指标”'),
    column('nextStep', PROJECT_TITLES.nextStep, 'words'),
    column('startedOn', '实际开工', 'words'),
    column('milestones', PROJECT_TITLES.milestones, 'words', '每行一个，如“主体封顶 2025-09-30”'),
    column('nil', PROJECT_TITLES.nil, 'mark'),
  ],
}
