import type { ReviseTarget } from '@lianxi/schema/commands/target-revision'
import type { PlanListed, TargetListed } from '@lianxi/schema/events/facts'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/result'
import { exact } from '../report/exact'
import { refuse } from '../report/refusal'

/** `revisions`: how many the board has; `underWay`: one that was published and is not on the board yet. */
export type RevisionContext = {
  target: TargetListed
  plan: PlanListed
  revisions: number
  underWay: boolean
  today: string
}

export type RevisionDecision = { ok: true; event: LianxiEvent } | { ok: false; refusal: Refusal }

const refused = (code: RefusalCode, field: string | null = null): RevisionDecision => ({
  ok: false,
  refusal: refuse(code, field),
})

/**
 * Decides the revision of a plan's target (中期评估). A draft plan is not revised but issued anew; a revision stands on
 * the one before, so that one must have come; what the plan said of single years from the approval on no longer holds.
 */
export function decideRevision(command: ReviseTarget, context: RevisionContext): RevisionDecision {
  const { target: before, plan, revisions, underWay, today } = context
  const { value, valueHigh, targetYear, reason, approvedBy, basis, on } = command
  if (plan.status === 'draft') return refused('revision-of-draft')
  if (underWay || command.expectedRevision !== revisions) return refused('revision-not-current')
  if (before.value === null) return refused('revision-qualitative')
  if (on > today) return refused('date-in-future', 'on')
  if ((before.comparator === 'range') !== (valueHigh !== null)) return refused('revision-range', 'valueHigh')
  if (valueHigh !== null && exact(value) > exact(valueHigh)) return refused('revision-range', 'valueHigh')
  if (before.baseline !== null && before.baseline.year >= targetYear) return refused('revision-year', 'targetYear')
  if (value === before.value && valueHigh === before.valueHigh && targetYear === before.targetYear) {
    return refused('item-unchanged')
  }
  const { yearly = [], ...kept } = before
  const past = yearly.filter(({ year }) => year < Number(on.slice(0, 4)))
  const target = { ...kept, value, valueHigh, targetYear, ...(past.length > 0 && { yearly: past }) }
  const data = { target, before, revision: revisions + 1, reason, approvedBy, basis, approvedOn: on }
  return { ok: true, event: { type: 'lianxi.target.revised.v1', data } }
}
