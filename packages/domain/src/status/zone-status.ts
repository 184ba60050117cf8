import type { Decimal } from '@lianxi/schema/decimal'
import type { TargetListed } from '@lianxi/schema/events/facts'
import { monthsElapsed, type Period, periodLabel, yearOf } from '@lianxi/schema/period'
import type { Status } from '@lianxi/schema/status-vocabulary'
import { NO_SERIES } from '../judge/other-series'
import { targetGiven } from '../judge/target-given'
import { judgedBasisOf, resolveTarget } from './resolve-target'
import type { RuleSet } from './types'

export type ZoneJudged = {
  doc: TargetListed
  /** First year of the plan's period; undefined where the plan is not listed. */
  planStart: number | undefined
  period: Period
  /** The period fell due. */
  due: boolean
  /** Put together from every responsible region; null while one is missing. `partial`: of those that are known. */
  figure: { value: Decimal | null; partial: Decimal | null }
  /** Whole figures of the periods `periodsBehind` names, as far as there are any. */
  before: readonly { period: Period; value: Decimal }[]
  /** Who is missing and why, in words. */
  lacking: readonly string[]
}

const YEAR = 12
const ADDS_UP = ['cumulative', 'per-year', 'growth']

/**
 * Other periods a zone's status rests on: of what adds up over the plan each past year's end, of a year's flow last year
 * at the same time and its end, which say what share of the year is usual by now.
 */
export function periodsBehind({ doc: { basis }, planStart, period }: Pick<ZoneJudged, 'doc' | 'planStart' | 'period'>) {
  const year = yearOf(period)
  if (ADDS_UP.includes(basis) && planStart !== undefined) {
    return Array.from({ length: Math.max(0, year - planStart) }, (_, index): Period => `${planStart + index}`)
  }
  const then: Period = `${year - 1}${period.slice(4)}`
  return basis === 'flow' && monthsElapsed(period) < YEAR ? [then, `${year - 1}`] : []
}

/**
 * What the resolver says of a zone's own target by the figure put together from its regions. Never of a part of it: while
 * a responsible region is missing there is no figure, only the names of who is. Null: judged by a date, not by a figure.
 */
export function zoneStatus(judged: ZoneJudged, rules: RuleSet): { status: Status; sentence: string } | null {
  const { doc, planStart, period, due, figure, before } = judged
  const figures = [...before, ...(figure.value === null ? [] : [{ period, value: figure.value }])]
  const given = targetGiven({
    ...{ doc, planStart, region: doc.region, period, item: null, due, accepted: [], compared: NO_SERIES, share: null },
    cells: figures.map((one) => ({ ...CELL, ...one })),
  })
  if (judgedBasisOf(given) === 'flag') return null
  if (figure.value === null) return incomplete(judged)
  const { status, sentence } = resolveTarget(given, rules)
  return { status, sentence }
}

const CELL = {
  ...{ state: 'reported' as const, nil: false, stage: null, investedYearWan: null, progressPercent: null },
  milestones: [],
}

function incomplete({ period, due, figure, lacking }: ZoneJudged): { status: Status; sentence: string } {
  const label = periodLabel(period)
  const missing = lacking.join('、')
  if (!due) return { status: 'not-due', sentence: `${label}填报尚未到期，尚缺：${missing}。` }
  return figure.partial === null
    ? { status: 'not-reported', sentence: `${label}已到填报截止时间，缺：${missing}。` }
    : { status: 'undeterminable', sentence: `${label}全区数不完整，缺：${missing}，无法判定。` }
}
