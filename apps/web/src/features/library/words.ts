import type { LibraryList, LibraryRow } from '@lianxi/schema/views/library'
import { rollingView, type RollingView, rung as rungs, type Rung } from '@lianxi/schema/library-vocabulary'

export const LIBRARY = '/projects'

/** A form whose words are shown when somebody else was faster. */
export const SAMENESS = '认定是否同一项目'

export const SHOW_LABELS = { suspected: '有疑似同一项目', merged: '已合并', contradicting: '与填报不一致' } as const

/** Where a project stands, and whether somebody recorded it or only the plan said so then. */
export const standingText = (standing: LibraryRow['standing']): string =>
  standing === null ? '未定' : rungs.labels[standing.rung]

export const standingNote = (standing: LibraryRow['standing']): string | null =>
  standing === null ? null : standing.recorded ? standing.on : '规划所述'

const BASIS = { recorded: '已登记', planned: '计划', rung: '按阶段' } as const

export const placeText = (place: LibraryRow['place']): string =>
  place === null ? '—' : `${rollingView.labels[place.view]}（${BASIS[place.basis]}）`

export const viewCount = (views: LibraryList['views'], view: RollingView): number => views[view]

/** Rungs below the one a project stands on are behind it. */
export const isPassed = (rung: Rung, standing: Rung | null): boolean =>
  standing !== null && rungs.words.indexOf(rung) < rungs.words.indexOf(standing)
