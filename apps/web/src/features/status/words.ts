import { periodLabel } from '@lianxi/schema/period'
import { objectionOutcome, status as statuses } from '@lianxi/schema/status-vocabulary'
import type { ObjectionMark, OverrideMark } from '@lianxi/schema/views/status'
import { minuteOf } from '../ui/format'

/** Until when a status set by hand counts, and for what; a day that is over at midnight is named as its last. */
export function overrideReach({ period, onwards, endsAt }: OverrideMark): string {
  const scope = onwards ? `自${periodLabel(period)}起各期` : periodLabel(period)
  const last = endsAt === null ? null : minuteOf(new Date(Date.parse(endsAt) - 1).toISOString()).slice(0, 10)
  return `${scope}，${last === null ? '至下次填报入库为止' : `有效至 ${last}`}`
}

/** `维持判定`, or that nobody answered yet. */
export const answerWord = ({ answer }: ObjectionMark): string =>
  answer === null ? '待答复' : objectionOutcome.labels[answer.outcome]

/** Titles of the forms, by which what was typed in one is found again once it is gone. */
export const ANSWER = '答复异议'
export const WITHDRAW = '收回认定'
export const TAKE_BACK = '撤回异议'
export const OBJECT = '提出异议'

export const STATUS_CHOICES = statuses.words.flatMap((value) =>
  value === 'not-reported' || value === 'not-due' ? [] : [{ value, label: statuses.labels[value] }],
)
export type StatusChoice = (typeof STATUS_CHOICES)[number]
