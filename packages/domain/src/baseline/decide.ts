import type { JudgeBaseline, StateBaseline } from '@lianxi/schema/commands/baseline'
import { BaselineAccepted, BaselineRefused, type BaselineStated } from '@lianxi/schema/events/baselines'
import type { TargetListed } from '@lianxi/schema/events/facts'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { StatementState } from '@lianxi/schema/views/baseline'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import type { AskedValue } from '@lianxi/schema/vocabulary'
import { speaksOf } from '../place/own-values'
import { refuse } from '../report/refusal'
import { z } from 'zod'

export type Statement = { eventId: string; said: BaselineStated }
/** What the secretariat said last of a statement; with a reason it was not accepted. */
export const Judgement = z.union([BaselineRefused, BaselineAccepted])
export type Judgement = z.infer<typeof Judgement>
export const reasonOf = (judgement: Judgement): string | null => ('reason' in judgement ? judgement.reason : null)

/** Asked until it is stated, and once more only when the statement was not accepted. */
export function stateOf(statement: Statement | undefined, judgement: Judgement | undefined): StatementState {
  if (statement === undefined) return 'asked'
  if (judgement?.statement !== statement.eventId) return 'stated'
  return reasonOf(judgement) === null ? 'accepted' : 'refused'
}

/**
 * What the plan leaves open of a target: the baseline where it is judged on a path from there, the value where it is
 * handed down. A whole's baseline leaves that of its parts open. `region`: who reports it, null for nobody; `listed`: its
 * item of the year's list gives a baseline.
 */
export function askedOf(target: TargetListed, region: string | null, listed: boolean): AskedValue | undefined {
  if (target.assignedBy !== undefined && target.value === null) return 'assigned'
  const onPath = target.basis === 'stock' || target.basis === 'ratio' || target.basis === 'flow'
  const known = listed || (target.baseline !== null && (region === null || speaksOf(target, region)))
  return onPath && !target.standing && target.value !== null && !known ? 'baseline' : undefined
}

type Decision = { ok: true; publish: LianxiEvent } | { ok: false; refusal: Refusal }
const refused = (code: RefusalCode, field: string | null = null): Decision => ({
  ok: false,
  refusal: refuse(code, field),
})

/** `body`: who is asked; undefined: nobody is, of this target and region. */
export type StatingContext = {
  target: TargetListed
  body: string | undefined
  bodies: readonly string[]
  state: StatementState
  underWay: boolean
  today: string
  by: string
}

/** A body states what it was asked: once, unless it was not accepted. */
export function decideStatement(command: StateBaseline, context: StatingContext): Decision {
  const { target, body, bodies, state, underWay } = context
  const { zone, subject, region, asked, value, year, note } = command
  if (body === undefined) return refused('baseline-not-asked')
  if (!bodies.includes(body)) return refused('not-your-body')
  if (underWay || state === 'stated') return refused('baseline-stated')
  if (state === 'accepted') return refused('baseline-accepted')
  if (asked === 'baseline' && (year >= target.targetYear || year > Number(context.today.slice(0, 4))))
    return refused('baseline-year', 'year')
  if (asked === 'assigned' && year !== target.targetYear) return refused('baseline-assigned-year', 'year')
  const data = { zone, subject, region, asked, value, year, source: command.source.trim(), note: note.trim() }
  return {
    ok: true,
    publish: { type: 'lianxi.target.baseline-stated.v1', data: { ...data, body, statedBy: context.by } },
  }
}

export type JudgingContext = {
  statement: Statement | undefined
  judgement: Judgement | undefined
  underWay: boolean
  today: string
  by: string
}

/** The secretariat accepts exactly what it saw, or says why not. */
export function decideJudgement(command: JudgeBaseline, context: JudgingContext): Decision {
  const { statement, judgement, underWay, today, by } = context
  if (statement?.eventId !== command.statement) return refused('baseline-other')
  if (underWay || stateOf(statement, judgement) !== 'stated') return refused('baseline-judged')
  const reason = command.reason.trim()
  if (!command.accept && reason === '') return refused('reason-required', 'reason')
  const { subject, region, asked, value, year, source, body, statedBy } = statement.said
  const data = { subject, region, asked, value, year, source, body, statedBy }
  const judged = { ...data, statement: statement.eventId, decidedBy: by, decidedOn: today }
  return command.accept
    ? { ok: true, publish: { type: 'lianxi.baseline.accepted.v1', data: judged } }
    : { ok: true, publish: { type: 'lianxi.baseline.refused.v1', data: { ...judged, reason } } }
}
