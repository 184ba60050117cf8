import Big from 'big.js'
import type { TargetContent } from '@lianxi/schema/events/reports'
import { periodLabel } from '@lianxi/schema/period'
import type { Basis } from '@lianxi/schema/vocabulary'
import type { CheckContext } from '@lianxi/schema/views/check-context'
import type { Finding } from '@lianxi/schema/views/result'
import { farFromLastYear, leavesOwnHistory, looksLikeOtherUnit, type Point, pointsBefore, sameYear } from './compare'

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
const error = (code: string, message: string): Finding => ({ level: 'error', code, field: 'value', message })
const warning = (code: string, message: string): Finding => ({ level: 'warning', code, field: 'value', message })

/** Flows are entered year-to-date; a sum over the plan's period is each year's own year-to-date (DOMAIN.md, Status). */
const isYearToDate = (basis: Basis | null): boolean =>
  basis === 'flow' || basis === 'cumulative' || basis === 'per-year'

function checkRange(value: Big, context: CheckContext): Finding[] {
  const { basis, unit } = context
  if (WHOLE_UNITS.has(unit ?? '') && !value.eq(value.round(0))) {
    return [error('value-not-whole', `单位为“${unit ?? ''}”，应为整数。`)]
  }
  if (basis === 'growth') {
    return value.lt(-100) || value.gt(1000) ? [error('value-range', '增速应在 −100% 至 1000% 之间，请核对。')] : []
  }
  if (value.lt(0)) return [error('value-negative', '此指标不应为负数，请核对。')]
  if (basis === 'ratio' && unit === '%' && value.gt(1000)) return [error('value-range', '比率超出合理范围，请核对。')]
  if (basis === 'ratio' && unit === '%' && value.gt(100)) {
    return [warning('ratio-over-hundred', '比率超过100%，请核对；确实如此的，请说明原因。')]
  }
  return []
}

function checkFall(value: Big, context: CheckContext, points: Point[], explained: boolean): Finding[] {
  const last = sameYear(points, context.period).at(-1)
  if (!isYearToDate(context.basis) || last === undefined || value.gte(last.value) || explained) return []
  const then = `${periodLabel(last.period)}已报 ${last.value.toFixed()}`
  return [error('year-to-date-falls', `此指标按当年累计填报，${then}，本期不应减少；确需减少的，请填写更正原因。`)]
}

function checkUsual(value: Big, context: CheckContext, points: Point[]): Finding[] {
  const last = points.at(-1)
  const references = [last?.value, context.targetValue === null ? undefined : new Big(context.targetValue)]
  if (
    context.basis !== 'growth' &&
    references.some((other) => other !== undefined && looksLikeOtherUnit(value, other))
  ) {
    const compared = last === undefined ? '目标值' : `上次所报 ${last.value.toFixed()}`
    return [warning('unit-jump', `与${compared}相差约一万倍，请核对是否混淆了万元和亿元；无误的，请说明原因。`)]
  }
  const unusual = isYearToDate(context.basis)
    ? farFromLastYear(value, points, context.period)
    : leavesOwnHistory(value, points)
  return unusual ? [warning('outlier', '与本事项历次所报相差很大，请核对；无误的，请说明原因。')] : []
}

function checkNil(context: CheckContext, points: Point[]): Finding[] {
  if (points.length === 0) return [error('nil-first', '此前没有报过数值，首次填报请填写本期完成值。')]
  if (isYearToDate(context.basis) && sameYear(points, context.period).length === 0) {
    return [error('nil-new-year', '当年累计的指标，每年首次填报须填写数值（没有发生的填 0）。')]
  }
  return []
}

export function checkTarget(content: TargetContent, context: CheckContext, explained: boolean): Finding[] {
  const points = pointsBefore(context.history, context.period, (past) => past.value)
  if (content.nil) return checkNil(context, points)
  if (content.value === null) return []
  const value = new Big(content.value)
  const range = checkRange(value, context)
  if (range.some((finding) => finding.level === 'error')) return range
  const fall = checkFall(value, context, points, explained)
  return fall.length > 0 ? [...range, ...fall] : [...range, ...checkUsual(value, context, points)]
}
