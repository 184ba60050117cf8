import Big from 'big.js'
import type { ProjectContent } from '@lianxi/schema/events/reports'
import { periodLabel } from '@lianxi/schema/period'
import { stage as stages, type Stage } from '@lianxi/schema/vocabulary'
import type { CheckContext, PastFigure } from '@lianxi/schema/views/check-context'
import type { Finding } from '@lianxi/schema/views/result'
import { looksLikeOtherUnit, type Point, pointsBefore, sameYear } from './compare'

const finding =
  (level: Finding['level']) =>
  (code: string, field: string, message: string): Finding => ({ level, code, field, message })
const error = finding('error')
const warning = finding('warning')

const YEAR = { field: 'investedYearWan', title: '本年累计完成投资' } as const
const TOTAL = { field: 'investedTotalWan', title: '开工以来累计完成投资' } as const
type Sum = typeof YEAR | typeof TOTAL

function checkFall(sum: Sum, value: number | null, points: Point[], explained: boolean): Finding[] {
  const last = points.at(-1)
  if (value === null || last === undefined || explained || last.value.lte(value)) return []
  const then = `${periodLabel(last.period)}已报 ${last.value.toFixed()} 万元`
  return [error('invested-falls', sum.field, `${sum.title}不应减少（${then}）；确需减少的，请填写更正原因。`)]
}

function checkUnit(sum: Sum, value: number | null, references: (Big | undefined)[]): Finding[] {
  if (value === null) return []
  const mixed = references.some((other) => other !== undefined && looksLikeOtherUnit(new Big(value), other))
  const message = `${sum.title}与此前所报或计划相差约一万倍，请核对是否混淆了万元和亿元；无误的，请说明原因。`
  return mixed ? [warning(`unit-jump-${sum === YEAR ? 'year' : 'total'}`, sum.field, message)] : []
}

function checkSums(content: ProjectContent, context: CheckContext, explained: boolean): Finding[] {
  const { investedYearWan: year, investedTotalWan: total } = content
  const before = (figure: (past: PastFigure) => number | null) => pointsBefore(context.history, context.period, figure)
  const years = sameYear(
    before((past) => past.investedYearWan),
    context.period,
  )
  const totals = before((past) => past.investedTotalWan)
  const planned = (wan: number | null) => (wan === null ? undefined : new Big(wan))
  const found = [
    ...checkFall(YEAR, year, years, explained),
    ...checkFall(TOTAL, total, totals, explained),
    ...checkUnit(YEAR, year, [years.at(-1)?.value, planned(context.planWan)]),
    ...checkUnit(TOTAL, total, [totals.at(-1)?.value, planned(context.totalWan)]),
  ]
  if (year !== null && total !== null && total < year) {
    found.push(error('total-below-year', TOTAL.field, '开工以来累计完成投资不应小于本年累计完成投资，请核对。'))
  }
  if (
    total !== null &&
    context.totalWan !== null &&
    total > context.totalWan * 1.2 &&
    total < context.totalWan * 3000
  ) {
    found.push(warning('over-total', TOTAL.field, '累计完成投资超过总投资两成以上，请核对；确实如此的，请说明原因。'))
  }
  return found
}

/** Suspension is no step of the ladder: it can come and go anywhere. */
const rank = (stage: Stage): number | undefined => (stage === 'suspended' ? undefined : stages.words.indexOf(stage))

function checkStage(stage: Stage, context: CheckContext): Finding[] {
  const before = context.history.filter((past) => past.stage !== null && past.period !== context.period)
  const last = before.flatMap((past) => (past.stage === null || past.stage === 'suspended' ? [] : [past.stage])).at(-1)
  const [now, then] = [rank(stage), last === undefined ? undefined : rank(last)]
  if (last === undefined || now === undefined || then === undefined || now >= then) return []
  const message = `项目阶段由“${stages.labels[last]}”退回“${stages.labels[stage]}”，请核对；确实如此的，请说明原因。`
  return [warning('stage-back', 'stage', message)]
}

function checkProgress(content: ProjectContent, context: CheckContext): Finding[] {
  if (content.progressPercent === null) return []
  const progress = new Big(content.progressPercent)
  const found: Finding[] = []
  if (progress.eq(100) && content.stage === 'under-construction') {
    const message = '形象进度已达100%而阶段仍为“在建”，已建成的请改选“建成”；否则请说明原因。'
    found.push(warning('hundred-not-completed', 'progressPercent', message))
  }
  if (progress.lt(100) && content.stage === 'completed') {
    found.push(
      warning('completed-below-hundred', 'progressPercent', '阶段为“建成”而形象进度不足100%，请核对或说明原因。'),
    )
  }
  const last = pointsBefore(context.history, context.period, (past) => past.progressPercent).at(-1)
  if (last !== undefined && progress.lt(last.value)) {
    const message = `形象进度低于${periodLabel(last.period)}所报的 ${last.value.toFixed()}%，请核对；确实如此的，请说明原因。`
    found.push(warning('progress-falls', 'progressPercent', message))
  }
  return found
}

export function checkProject(content: ProjectContent, context: CheckContext, explained: boolean): Finding[] {
  if (content.nil) {
    const known = context.history.some((past) => past.stage !== null)
    return known ? [] : [error('nil-first', 'stage', '此前没有报过进展，首次填报请填写项目阶段等内容。')]
  }
  return [
    ...checkSums(content, context, explained),
    ...(content.stage === null ? [] : checkStage(content.stage, context)),
    ...checkProgress(content, context),
  ]
}
