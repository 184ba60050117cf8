import type { ProjectContent } from '@lianxi/schema/events/reports'
import { periodLabel, type Period } from '@lianxi/schema/period'
import { stage as stages, type Stage } from '@lianxi/schema/vocabulary'
import type { Finding } from '@lianxi/schema/views/result'
import type { Against } from './against'
import { looksLikeOtherUnit } from './compare'
import { exact } from './exact'

const finding =
  (level: Finding['level']) =>
  (code: string, field: string, message: string): Finding => ({ level, code, field, message })
const error = finding('error')
const warning = finding('warning')

const YEAR = { field: 'investedYearWan', title: '本年累计完成投资' } as const
const TOTAL = { field: 'investedTotalWan', title: '开工以来累计完成投资' } as const
type Sum = typeof YEAR | typeof TOTAL
type At = readonly [Period, number] | undefined

function checkFall(sum: Sum, wan: number | null, last: At, explained: boolean): Finding[] {
  if (wan === null || last === undefined || explained || last[1] <= wan) return []
  const then = `${periodLabel(last[0])}已报 ${last[1]} 万元`
  return [error('invested-falls', sum.field, `${sum.title}不应减少（${then}）；确需减少的，请填写更正原因。`)]
}

function checkUnit(sum: Sum, wan: number | null, references: (number | null | undefined)[]): Finding[] {
  if (wan === null) return []
  const mixed = references.some((other) => typeof other === 'number' && looksLikeOtherUnit(BigInt(wan), BigInt(other)))
  const message = `${sum.title}与此前所报或计划相差约一万倍，请核对是否混淆了万元和亿元；无误的，请说明原因。`
  return mixed ? [warning(`unit-jump-${sum === YEAR ? 'year' : 'total'}`, sum.field, message)] : []
}

type Sums = Pick<ProjectContent, 'investedYearWan' | 'investedTotalWan'>

function checkSums({ investedYearWan: year, investedTotalWan: total }: Sums, against: Against): Finding[] {
  const { before, promised, explained } = against
  const found = [
    ...checkFall(YEAR, year, before.investedYear, explained),
    ...checkFall(TOTAL, total, before.investedTotal, explained),
    ...checkUnit(YEAR, year, [before.investedYear?.[1], promised.planWan]),
    ...checkUnit(TOTAL, total, [before.investedTotal?.[1], promised.totalWan]),
  ]
  if (year !== null && total !== null && total < year) {
    found.push(error('total-below-year', TOTAL.field, '开工以来累计完成投资不应小于本年累计完成投资，请核对。'))
  }
  const whole = promised.totalWan
  if (total !== null && whole !== null && total * 5 > whole * 6 && total < whole * 3000) {
    found.push(warning('over-total', TOTAL.field, '累计完成投资超过总投资两成以上，请核对；确实如此的，请说明原因。'))
  }
  return found
}

/** Suspension is no step of the ladder: it can come and go anywhere. */
const rank = (stage: Stage): number | undefined => (stage === 'suspended' ? undefined : stages.words.indexOf(stage))

function checkStage(stage: Stage, last: Stage | undefined): Finding[] {
  const [now, then] = [rank(stage), last === undefined ? undefined : rank(last)]
  if (last === undefined || now === undefined || then === undefined || now >= then) return []
  const message = `项目阶段由“${stages.labels[last]}”退回“${stages.labels[stage]}”，请核对；确实如此的，请说明原因。`
  return [warning('stage-back', 'stage', message)]
}

type Progress = Pick<ProjectContent, 'stage' | 'progressPercent'>

function checkProgress({ stage, progressPercent }: Progress, { before }: Against): Finding[] {
  if (progressPercent === null) return []
  const [progress, hundred] = [exact(progressPercent), exact(100)]
  const found: Finding[] = []
  if (progress === hundred && stage === 'under-construction') {
    const message = '形象进度已达100%而阶段仍为“在建”，已建成的请改选“建成”；否则请说明原因。'
    found.push(warning('hundred-not-completed', 'progressPercent', message))
  }
  if (progress < hundred && stage === 'completed') {
    found.push(
      warning('completed-below-hundred', 'progressPercent', '阶段为“建成”而形象进度不足100%，请核对或说明原因。'),
    )
  }
  const last = before.progress
  if (last !== undefined && progress < exact(last[1])) {
    const message = `形象进度低于${periodLabel(last[0])}所报的 ${last[1]}%，请核对；确实如此的，请说明原因。`
    found.push(warning('progress-falls', 'progressPercent', message))
  }
  return found
}

export function checkProject(content: { nil: boolean } & Sums & Progress, against: Against): Finding[] {
  if (content.nil) {
    const known = against.before.stage !== undefined
    return known ? [] : [error('nil-first', 'stage', '此前没有报过进展，首次填报请填写项目阶段等内容。')]
  }
  return [
    ...checkSums(content, against),
    ...(content.stage === null ? [] : checkStage(content.stage, against.before.stage)),
    ...checkProgress(content, against),
  ]
}
