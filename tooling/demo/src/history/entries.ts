import type { ProjectEntry, TargetEntry } from '@lianxi/schema/commands/entry'
import { emptyEntry, type Entry, NOT_YET } from '@lianxi/schema/commands/entry'
import type { TargetListed } from '@lianxi/schema/events/facts'
import { monthsElapsed, type Period, yearOf } from '@lianxi/schema/period'
import type { Stage, WorkField } from '@lianxi/schema/vocabulary'
import { decimalText } from '../lists/figure'
import type { ProjectItem, TargetItem } from '../lists/item'
import { chance, choose } from './chance'
import { projectFigure } from './project-figure'
import { targetFigure } from './target-figure'
import { CROSS_REGION_MATTER, MATTERS, ON_COURSE, PROJECT_TROUBLE, troubleOf } from './words'

const DEMO = '（演示）'

export function nilEntryOf(kind: 'target' | 'project', note: string): Entry {
  const entry = emptyEntry(kind)
  return entry.kind === 'target' ? { ...entry, nil: true, note } : { ...entry, nil: true, nextStep: note }
}

/** What the office types for a target. */
export function targetEntry(item: TargetItem, listed: TargetListed, region: string, period: Period): TargetEntry {
  if (listed.basis === 'flag') return doneEntry(item, region, period)
  const figure = targetFigure(item, listed, region, period)
  const value = decimalText(figure, item.decimals)
  const behind = isBehind(item, listed, period, figure)
  const words = [item.subject, region, period]
  const trouble = troubleOf(listed.domain)
  return {
    kind: 'target',
    nil: false,
    value,
    figureSource: `${item.figureSource}${DEMO}`,
    note: noteOf(item, listed, period, value),
    problems: behind ? choose(trouble.problems, 'problem', ...words) : '',
    nextStep: choose(behind ? trouble.nextStep : ON_COURSE, 'next', ...words),
  }
}

/** Of a qualitative target: the demo's are not done yet, so no document has to prove it. */
function doneEntry(item: TargetItem, region: string, period: Period): TargetEntry {
  return {
    ...{ kind: 'target', nil: false, value: '', doneOn: NOT_YET, figureSource: `${item.figureSource}${DEMO}` },
    ...{ note: '申报材料已形成初稿，正在与主管部门衔接。', problems: '' },
    nextStep: choose(ON_COURSE, 'next', item.subject, region, period),
  }
}

/** The sentence that goes with a figure, as offices write it: `2025年1—9月累计完成958.5亿元，为年度目标1410亿元的68%。` */
export function noteOf(item: TargetItem, listed: TargetListed, period: Period, value: string): string {
  const unit = listed.unit ?? ''
  const planned = item.path[yearOf(period) - item.from] ?? 0
  const aim = `${decimalText(planned, item.decimals)}${unit}`
  switch (listed.basis) {
    case 'flow':
    case 'cumulative':
    case 'per-year': {
      const share = planned === 0 ? '' : `，为年度目标${aim}的${Math.round((Number(value) / planned) * 100)}%`
      return `${monthsWords(period)}累计完成${value}${unit}${share}。`
    }
    case 'growth':
      return `${monthsWords(period)}同比增长${value}${unit}，年度目标${aim}。`
    case 'stock':
    case 'ratio':
    case 'flag':
      return `截至${yearOf(period)}年${monthsElapsed(period)}月末为${value}${unit}，年度目标${aim}。`
    default:
      return listed.basis satisfies never
  }
}

const monthsWords = (period: Period): string =>
  monthsElapsed(period) === 12 ? `${yearOf(period)}年全年` : `${yearOf(period)}年1—${monthsElapsed(period)}月`

/** A rough sense of falling short, only to choose words; status is the product's business, not the demo's. */
function isBehind(item: TargetItem, listed: TargetListed, period: Period, figure: number): boolean {
  const planned = item.path[yearOf(period) - item.from] ?? 0
  if (listed.holdSide === 'above') return figure > planned
  const yearToDate = listed.basis === 'flow' || listed.basis === 'cumulative' || listed.basis === 'per-year'
  return figure < planned * (yearToDate ? (monthsElapsed(period) / 12) * 0.9 : listed.standing ? 1 : 0.93)
}

/** What the office types for a project. */
export function projectEntry(item: ProjectItem, region: string, period: Period, field: WorkField): ProjectEntry {
  const figure = projectFigure(item, region, period)
  const words = [item.subject, region, period]
  const plan = item.years[yearOf(period)]
  const behind = plan !== undefined && figure.investedYearWan < plan.planWan * figure.plannedShare * 0.88
  const stuck = figure.stage === 'suspended' || behind
  const asks = figure.stage === 'suspended' || (behind && chance('matter', ...words) < 0.5)
  const matter =
    item.sharePercent !== null && item.sharePercent < 100 && chance('cross', ...words) < 0.5
      ? CROSS_REGION_MATTER
      : choose(MATTERS, 'kind', item.subject, region)
  const trouble = field === '生态环境' && !stuck ? troubleOf(field) : PROJECT_TROUBLE
  return {
    kind: 'project',
    nil: false,
    stage: figure.stage,
    investedYearWan: String(figure.investedYearWan),
    investedTotalWan: String(figure.investedTotalWan),
    progressPercent: String(figure.progressPercent),
    physicalProgress: progressWords(figure.progressPercent, figure.stage, plan?.work ?? ''),
    milestones: figure.milestones,
    matters: asks ? [{ kind: matter[0], text: matter[1] }] : [],
    problems: stuck ? choose(trouble.problems, 'problem', ...words) : '',
    nextStep: choose(stuck ? trouble.nextStep : ON_COURSE, 'next', ...words),
  }
}

function progressWords(percent: number, stage: Stage, work: string): string {
  switch (stage) {
    case 'reserve':
    case 'preliminary':
    case 'to-start':
      return `正在开展${work}等工作。${DEMO}`
    case 'under-construction':
      return `${work}正在推进，总体形象进度约${percent}%。${DEMO}`
    case 'suspended':
      return `${work}暂停施工，形象进度停留在${percent}%。${DEMO}`
    case 'completed':
      return `${work}已全部完成，项目建成。${DEMO}`
    default:
      return stage satisfies never
  }
}
