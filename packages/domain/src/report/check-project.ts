import { CalendarDate } from '@lianxi/schema/decimal'
import type { ProjectContent } from '@lianxi/schema/events/reports'
import { lastDayOf, periodLabel, type Period, yearOf } from '@lianxi/schema/period'
import { stage as stages, type Stage } from '@lianxi/schema/vocabulary'
import type { Finding } from '@lianxi/schema/views/result'
import { wanWords } from '@lianxi/schema/figure-words'
import { dayOf } from '../time/calendar'
import type { Against } from './against'
import { wrongDay } from './done-day'
import { exact } from './exact'
import { expectedPercent, pointsOffPlan } from './path'
import { type Course, mixedUnit } from './unit-mix'

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
  const then = `${periodLabel(last[0])}已报 ${wanWords(last[1])}`
  return [error('invested-falls', sum.field, `${sum.title}不应减少（${then}）；确需减少的，请填写更正原因。`)]
}

/** Whether a share of the money must have been spent by what the report says of the work. */
function courseOf({ stage, progressPercent }: Progress, { before }: Against): Course {
  const progress = progressPercent === null ? undefined : exact(progressPercent)
  if (progress !== undefined && progress >= exact(5)) return 'building'
  const preparing = stage === 'reserve' || stage === 'preliminary' || stage === 'to-start'
  if (preparing || (progress !== undefined && progress <= exact(1))) return 'quiet'
  return stage === 'completed' || before.progress !== undefined ? 'building' : 'unknown'
}

type Told = { wan: number | null; last: At; plan: number | null; course: Course }

function checkUnit(sum: Sum, { wan, last, plan, course }: Told, { thresholds }: Against): Finding[] {
  if (wan === null) return []
  const references = {
    before: last === undefined ? undefined : exact(last[1]),
    plan: plan === null ? undefined : exact(plan),
  }
  const mixed = mixedUnit(exact(wan), references, course, thresholds.unit)
  if (mixed === undefined) return []
  const [where, code] = sum === YEAR ? ['年度计划', 'unit-jump-year'] : ['总投资', 'unit-jump-total']
  const compared =
    mixed === 'before' && last !== undefined ? `此前所报 ${wanWords(last[1])}` : `${where} ${wanWords(plan ?? 0)}`
  const message = `${sum.title}与${compared} 相差悬殊，请核对单位（是否混淆了元、万元和亿元）；无误的，请说明原因。`
  return [warning(code, sum.field, message)]
}

function checkPath(year: number | null, { promised, period, thresholds }: Against): Finding[] {
  const off = year === null ? null : pointsOffPlan(year, promised, period)
  if (off === null || Math.abs(off) <= thresholds.path.points) return []
  const due = expectedPercent(period, promised.curve)
  const message = `本年累计完成投资与序时进度（年度计划的 ${due}%）相差 ${Math.abs(off)} 个百分点，请核对；确实如此的，请说明原因。`
  return [warning('off-path', YEAR.field, message)]
}

type Sums = Pick<ProjectContent, 'investedYearWan' | 'investedTotalWan'>

function checkSums(content: Sums & Progress, against: Against): Finding[] {
  const { investedYearWan: year, investedTotalWan: total } = content
  const { before, promised, explained } = against
  const course = courseOf(content, against)
  const found = [
    ...checkFall(YEAR, year, before.investedYear, explained),
    ...checkFall(TOTAL, total, before.investedTotal, explained),
  ]
  const jumps = [
    ...checkUnit(YEAR, { wan: year, last: before.investedYear, plan: promised.planWan, course }, against),
    ...checkUnit(TOTAL, { wan: total, last: before.investedTotal, plan: promised.totalWan, course }, against),
  ]
  found.push(...jumps)
  if (!jumps.some(({ field }) => field === YEAR.field)) found.push(...checkPath(year, against))
  if (year !== null && total !== null && total < year) {
    found.push(error('total-below-year', TOTAL.field, '开工以来累计完成投资不应小于本年累计完成投资，请核对。'))
  }
  if (!jumps.some(({ field }) => field === TOTAL.field)) found.push(...checkWhole(total, against))
  if (found.every(({ level }) => level === 'warning') && jumps.length === 0) found.push(...checkApart(content, against))
  return found
}

/**
 * What had been invested when the year began, by the last report: of this year, its total less its year's sum; of the
 * last year's end, its total. Undefined: nobody said it.
 */
function investedBefore({ before: { investedYear: year, investedTotal: total }, period }: Against): number | undefined {
  if (total === undefined) return undefined
  if (yearOf(total[0]) === yearOf(period)) return year?.[0] === total[0] ? total[1] - year[1] : undefined
  return lastDayOf(total[0]) === `${yearOf(period) - 1}-12-31` ? total[1] : undefined
}

/** Each sum is rounded to 万元 by itself. */
const ROUNDED_WAN = 2

/** The sum since the start is what was invested before the year and the year's own; a fall is said by itself. */
function checkApart({ investedYearWan: year, investedTotalWan: total }: Sums, against: Against): Finding[] {
  const start = investedBefore(against)
  const last = against.before.investedTotal?.[1]
  if (year === null || total === null || start === undefined || (last !== undefined && total < last)) return []
  const off = Math.abs(total - start - year)
  const allowed = (year * (against.thresholds.parts.sumPercent - 100)) / 100
  if (off <= Math.max(ROUNDED_WAN, allowed)) return []
  const words = `至上年底累计 ${wanWords(start)}、本年累计 ${wanWords(year)}，合计 ${wanWords(start + year)}`
  const message = `${TOTAL.title} ${wanWords(total)} 与此前所报对不上（${words}），请核对；确实如此的，请说明原因。`
  return [warning('sums-apart', TOTAL.field, message)]
}

function checkWhole(total: number | null, { promised: { totalWan }, thresholds: { parts } }: Against): Finding[] {
  if (total === null || totalWan === null) return []
  if (BigInt(total) * 100n <= BigInt(totalWan) * BigInt(parts.overTotalPercent)) return []
  const over = parts.overTotalPercent - 100
  return [
    warning('over-total', TOTAL.field, `累计完成投资超过总投资百分之${over}以上，请核对；确实如此的，请说明原因。`),
  ]
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

type Milestones = Pick<ProjectContent, 'milestones'>

/** A milestone was reached by the period's end and by the day it is said; typed without a day it is asked for one. */
function checkMilestones({ milestones }: Milestones, { period, saidAt }: Against): Finding[] {
  return milestones.flatMap(({ name, reachedOn }, index) => {
    const wrong = wrongDay(reachedOn, { period, saidAt })
    if (wrong === undefined || !CalendarDate.safeParse(reachedOn).success) return []
    const field = `milestones.${index}.reachedOn`
    if (wrong === 'after-period') {
      const message = `节点“${name}”的完成日期不应晚于报告期末（${lastDayOf(period)}），请核对；其后完成的，在以后的报告期填报。`
      return [error('milestone-after-period', field, message)]
    }
    const message = `节点“${name}”的完成日期 ${reachedOn} 还没有到（填报日 ${dayOf(saidAt)}），请填写实际完成的日期；尚未完成的不填。`
    return [error('milestone-in-future', field, message)]
  })
}

export function checkProject(content: { nil: boolean } & Sums & Progress & Milestones, against: Against): Finding[] {
  if (content.nil) {
    const known = against.before.stage !== undefined
    return known ? [] : [error('nil-first', 'stage', '此前没有报过进展，首次填报请填写项目阶段等内容。')]
  }
  return [
    ...checkSums(content, against),
    ...(content.stage === null ? [] : checkStage(content.stage, against.before.stage)),
    ...checkProgress(content, against),
    ...checkMilestones(content, against),
  ]
}
