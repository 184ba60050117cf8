import type { ListItemView } from '@lianxi/schema/views/year-list'
import { valueOrigin } from '@lianxi/schema/vocabulary'
import { withUnit } from '@lianxi/schema/figure-words'
import { grouped, moneyInWords } from '@/features/ui/format'

/** Name of a line's box in a table whose lines are chosen together. */
export const LINE = 'line'
export const LISTS = '/lists'
export const listHref = (code: string): string => `${LISTS}/${code}`

/** Marks of GB 2312 shapes, each beside its word; not the status lamps of the board. */
export const ANSWER_MARKS = { open: '□', accepted: '■', objected: '◇', asked: '？', settled: '◆' } as const

/** 本年目标 or 年度计划 with where the value comes from; a dash where nobody has said it yet. */
export function yearValue(
  { content, unit, qualitative }: ListItemView,
  year: number,
): { text: string; origin: string } {
  const value = content.target?.yearValue ?? null
  if (value !== null) {
    return { text: withUnit(grouped(value.value), unit), origin: valueOrigin.labels[value.origin] }
  }
  const project = content.project
  if (project !== null && project.planWan !== null) {
    return { text: moneyInWords(project.planWan), origin: valueOrigin.labels[project.origin] }
  }
  if (qualitative) return { text: '完成', origin: '定性，以日期和文件为准' }
  return { text: '—', origin: content.kind === 'target' ? `尚未定${year}年目标` : '尚未定年度计划' }
}

/** Where it starts from, with its year. */
export const baselineText = ({ content }: ListItemView): string => {
  const baseline = content.target?.baseline ?? null
  return baseline === null ? '—' : `${grouped(baseline.value)}（${baseline.year}）`
}

/** 2026年 1500、2027年 1600: the path, a year each. */
export const pathText = ({ content }: ListItemView): string =>
  (content.target?.path ?? []).map(({ year, value }) => `${year}年 ${grouped(value)}`).join('、')

/** Where a plan is laid out for a list. */
export const listPlanHref = (code: string): string => `${listHref(code)}/plan`
