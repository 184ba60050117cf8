import { periodLabel } from '@lianxi/schema/period'
import { basisOfPromise, sayableOf } from '@lianxi/domain/status/sayable'
import { objectionOutcome, type SaidStatus, status as statuses } from '@lianxi/schema/status-vocabulary'
import type { ObjectionMark, OverrideMark } from '@lianxi/schema/views/status'
import type { SubjectView } from '@lianxi/schema/views/subject'
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

/** The empty one: nobody sets by hand what he did not choose. */
export type StatusChoice = { value: SaidStatus | ''; label: string }

/** What a subject can be said to be, after nothing at all. */
export function choicesOf({ target }: Pick<SubjectView, 'target'>): StatusChoice[] {
  const sayable = sayableOf(target === null ? 'project' : basisOfPromise(target))
  return [{ value: '', label: '请选择…' }, ...sayable.map((value) => ({ value, label: statuses.labels[value] }))]
}
