import type { LastFigure } from '@lianxi/schema/views/cell'
import { stage as stages } from '@lianxi/schema/vocabulary'
import { wanWords, withUnit } from '@lianxi/schema/figure-words'
import { grouped, percent } from '../ui/format'

type Figures = Pick<LastFigure, 'value' | 'stage' | 'progressPercent'>

type Sums = Pick<LastFigure, 'investedYearWan' | 'investedTotalWan'>

/** All that a report says in figures, sums in one unit so that two of them can be compared. */
export function figuresOf(report: Figures & Sums & { unit?: string | null }): string | null {
  const { investedYearWan: year, investedTotalWan: total } = report
  const words = [
    figureOf(report),
    year === null ? null : `本年 ${wanWords(year)}`,
    total === null ? null : `累计 ${wanWords(total)}`,
  ].filter((word) => word !== null)
  return words.length === 0 ? null : words.join(' · ')
}

/** What a report says in one phrase: a value, or a project's stage and progress. Null: it says no figure. */
export function figureOf(report: Figures & { unit?: string | null }): string | null {
  if (report.value !== null) return withUnit(grouped(report.value), report.unit ?? null)
  const words = [
    report.stage === null ? null : stages.labels[report.stage],
    report.progressPercent === null ? null : percent(report.progressPercent),
  ].filter((word) => word !== null)
  return words.length === 0 ? null : words.join(' · ')
}
