import type { TargetContent } from '@lianxi/schema/events/reports'
import { lastDayOf, periodLabel, yearOf } from '@lianxi/schema/period'
import type { Basis } from '@lianxi/schema/vocabulary'
import type { Finding } from '@lianxi/schema/views/result'
import { grouped, withUnit } from '@lianxi/schema/figure-words'
import { dayOf } from '../time/calendar'
import type { Against } from './against'
import { farFromLastYear, leavesOwnHistory } from './compare'
import { wrongDay } from './done-day'
import { exact, isWhole } from './exact'
import { farFromPath } from './path'
import { mixedUnit } from './unit-mix'

const WHOLE_UNITS = new Set([
  '个',
  '家',
  '人',
  '户',
  '座',
  '张',
  '件',
  '所',
  '条',
  '辆',
  '项',
  '次',
  '名',
  '处',
  '台',
  '艘',
])
const HUNDRED = exact(100)
const THOUSAND = exact(1000)

const error = (code: string, message: string): Finding => ({ level: 'error', code, field: 'value', message })
const warning = (code: string, message: string): Finding => ({ level: 'warning', code, field: 'value', message })

/** Flows are entered year-to-date; a sum over the plan's period is each year's own year-to-date (DOMAIN.md, Status). */
const isYearToDate = (basis: Basis | null): boolean =>
  basis === 'flow' || basis === 'cumulative' || basis === 'per-year'

function checkRange(value: bigint, { promised: { basis, unit } }: Against): Finding[] {
  if (WHOLE_UNITS.has(unit ?? '') && !isWhole(value)) {
    return [error('value-not-whole', `单位为“${unit ?? ''}”，应为整数。`)]
  }
  if (basis === 'growth') {
    const far = value < -HUNDRED || value > THOUSAND
    return far ? [error('value-range', '增速应在 −100% 至 1000% 之间，请核对。')] : []
  }
  if (value < 0n) return [error('value-negative', '此指标不应为负数，请核对。')]
  if (basis === 'ratio' && unit === '%' && value > THOUSAND) return [error('value-range', '比率超出合理范围，请核对。')]
  if (basis === 'ratio' && unit === '%' && value > HUNDRED) {
    return [warning('ratio-over-hundred', '比率超过100%，请核对；确实如此的，请说明原因。')]
  }
  return []
}

/** The last value, if it is of the report's own year: the last one before the period is, or none is. */
const lastOfYear = ({ before, period }: Against) =>
  before.value !== undefined && yearOf(before.value[0]) === yearOf(period) ? before.value : undefined

function checkFall(value: bigint, against: Against): Finding[] {
  const last = lastOfYear(against)
  if (!isYearToDate(against.promised.basis) || last === undefined || against.explained || value >= exact(last[1])) {
    return []
  }
  const then = `${periodLabel(last[0])}已报 ${withUnit(grouped(last[1]), against.promised.unit)}`
  return [error('year-to-date-falls', `此指标按当年累计填报，${then}，本期不应减少；确需减少的，请填写更正原因。`)]
}

/** What a value is some ten thousand times as much or as little as, in words; a rate has no such unit. */
function otherUnit(value: bigint, { before, promised, thresholds }: Against): string | undefined {
  const { basis, unit, targetValue } = promised
  if (basis === 'growth' || unit === '%') return undefined
  const [last, plan] = [before.value?.[1], targetValue ?? before.lastYear]
  const references = {
    before: last === undefined ? undefined : exact(last),
    plan: plan === undefined ? undefined : exact(plan),
  }
  const course = isYearToDate(basis) ? 'unknown' : 'building'
  const mixed = mixedUnit(value, references, course, thresholds.unit)
  if (mixed === undefined) return undefined
  const inUnit = (figure: string) => withUnit(grouped(figure), unit)
  return mixed === 'before' && last !== undefined ? `上次所报 ${inUnit(last)}` : `目标值 ${inUnit(plan ?? '')}`
}

const JUMP = (compared: string) =>
  warning('unit-jump', `与${compared} 相差悬殊，请核对单位（是否混淆了元、万元和亿元）；无误的，请说明原因。`)

function checkUsual(value: bigint, against: Against): Finding[] {
  const unlike = unusualTo(value, against)
  if (unlike !== undefined) return [warning('outlier', `${unlike}，相差很大，请核对；无误的，请说明原因。`)]
  const { promised, before, period, thresholds } = against
  if (before.lastYear !== undefined || !farFromPath(value, promised, period, thresholds.path)) return []
  const message = `与本年目标 ${withUnit(grouped(promised.yearValue ?? ''), promised.unit)} 的序时进度相差较大，请核对；确实如此的，请说明原因和下步安排。`
  return [warning('off-path', message)]
}

/** What was reported before that a value is far from, in words; undefined: it is near. */
function unusualTo(value: bigint, { before, promised, thresholds: { outlier } }: Against): string | undefined {
  const { value: last, lastYear, usual } = before
  const { basis, unit } = promised
  if (isYearToDate(basis)) {
    const far = lastYear !== undefined && farFromLastYear(value, exact(lastYear), outlier)
    return far ? `本事项上年同期所报为 ${withUnit(grouped(lastYear), unit)}` : undefined
  }
  // What is reported once more is not far from what was reported, however the subject went before.
  if (last === undefined || usual === undefined || value === exact(last[1])) return undefined
  const [step, spread] = [exact(usual[0]), exact(usual[1])]
  if (!leavesOwnHistory(value, exact(last[1]), { step, spread }, outlier)) return undefined
  const said = `本事项上次（${periodLabel(last[0])}）所报为 ${withUnit(grouped(last[1]), unit)}`
  return `${said}，历次每期${usualWords(usual[0], unit)}`
}

/** `通常增加 2 个`; a share grows in points. */
function usualWords(step: string, unit: string | null): string {
  const size = step.replace(/^-/, '')
  if (exact(size) === 0n) return '变化不大'
  return `通常${size === step ? '增加' : '减少'} ${withUnit(grouped(size), unit === '%' ? '百分点' : unit)}`
}

/** What a qualitative target says of being done; the period's end is where its report ends. */
function checkDone(doneOn: TargetContent['doneOn'], { promised, period, saidAt }: Against): Finding[] {
  if (doneOn === undefined) return []
  const said = (code: string, message: string): Finding[] => [{ level: 'error', code, field: 'doneOn', message }]
  if (!promised.qualitative) return said('done-not-asked', '此目标按数值判定，不填完成日期，请删去。')
  const wrong = doneOn === null ? undefined : wrongDay(doneOn, { period, saidAt })
  if (wrong === undefined) return []
  if (wrong === 'in-future') {
    const message = `完成日期 ${doneOn ?? ''} 还没有到（填报日 ${dayOf(saidAt)}），请填写实际完成的日期；尚未完成的请改选“尚未完成”。`
    return said('done-in-future', message)
  }
  const last = lastDayOf(period)
  return said('done-after-period', `完成日期在${periodLabel(period)}之后（截至 ${last}），请在完成的那一期填报。`)
}

function checkNil(against: Against): Finding[] {
  if (against.promised.qualitative) return []
  if (against.before.value === undefined) return [error('nil-first', '此前没有报过数值，首次填报请填写本期完成值。')]
  if (isYearToDate(against.promised.basis) && lastOfYear(against) === undefined) {
    return [error('nil-new-year', '当年累计的指标，每年首次填报须填写数值（没有发生的填 0）。')]
  }
  return []
}

export function checkTarget(content: Pick<TargetContent, 'nil' | 'value' | 'doneOn'>, against: Against): Finding[] {
  if (content.nil) return checkNil(against)
  const done = checkDone(content.doneOn, against)
  return content.value === null ? done : [...done, ...checkValue(exact(content.value), against)]
}

function checkValue(value: bigint, against: Against): Finding[] {
  const range = checkRange(value, against)
  if (range.some((finding) => finding.level === 'error')) return range
  const [fall, compared] = [checkFall(value, against), otherUnit(value, against)]
  const jump = compared === undefined ? [] : [JUMP(compared)]
  const usual = fall.length > 0 || jump.length > 0 ? [] : checkUsual(value, against)
  return [...range, ...fall, ...jump, ...usual]
}
