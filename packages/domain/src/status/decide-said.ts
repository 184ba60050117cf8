import type {
  AnswerObjection,
  ObjectToStatus,
  OverrideStatus,
  WithdrawObjection,
  WithdrawOverride,
} from '@lianxi/schema/commands/status'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Period } from '@lianxi/schema/period'
import type { JudgedBasis, Status } from '@lianxi/schema/status-vocabulary'
import type { ObjectionMark, OverrideMark } from '@lianxi/schema/views/status'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { refuse } from '../report/refusal'
import { endOfDay } from '../time/calendar'
import { sayableOf } from './sayable'

/** The cell as it stands, with what people say of it. `eventId`: of its report; `basis`: how the plan has it judged. */
export type SaidCell = {
  kind: SubjectKind
  basis: JudgedBasis
  computed: Status
  override: OverrideMark | null
  objection: Pick<ObjectionMark, 'event' | 'answer' | 'body' | 'override'> | null
  eventId: string | null
  /** Later periods of this subject and region that have a report. */
  reportedLater: readonly Period[]
}
/** `underWay`: something that would change the answer was said and is not on the board yet. Instants are ISO 8601. */
export type SayingContext = {
  cell: SaidCell | undefined
  underWay: boolean
  now: string
  today: string
  /** Body and person that speak. */
  by: string
  person: string
}

export type Decision = { ok: true; publish: LianxiEvent[] } | { ok: false; refusal: Refusal }
const refused = (code: RefusalCode, field: string | null = null): Decision => ({
  ok: false,
  refusal: refuse(code, field),
})
type Place = Pick<OverrideStatus, 'subject' | 'region' | 'period'>
const placeOf = ({ subject, region, period }: Place): Place => ({ subject, region, period })

type Setting = Place & Pick<OverrideStatus, 'onwards' | 'status' | 'until' | 'reason'>

/** Why a status cannot be set like this; undefined: it can. */
function findOverrideRefusal(
  { onwards, status, until }: Setting,
  cell: SaidCell,
  now: string,
): [RefusalCode, string] | undefined {
  if (cell.override !== null) return ['override-standing', 'status']
  if (status === cell.computed) return ['override-same', 'status']
  if (!sayableOf(cell.basis).includes(status)) return ['override-unlike', 'status']
  if (until !== null && Date.parse(endOfDay(until)) <= Date.parse(now)) return ['override-past', 'until']
  if (until === null && onwards && cell.reportedLater.length > 0) return ['override-reported', 'until']
  return undefined
}

const overriding = (setting: Setting, cell: SaidCell, { by, person, today }: SayingContext): LianxiEvent => ({
  type: 'lianxi.status.overridden.v1',
  data: {
    ...placeOf(setting),
    ...{ onwards: setting.onwards, status: setting.status, reason: setting.reason.trim() },
    endsAt: setting.until === null ? null : endOfDay(setting.until),
    ...{ report: cell.eventId, by, person, on: today },
  },
})

/** The secretariat sets a status: another one than the rules say, for a time, one at a time. */
export function decideOverride(command: OverrideStatus, context: SayingContext): Decision {
  const { cell, underWay, now } = context
  if (cell === undefined) return refused('status-none')
  if (underWay) return refused('status-under-way')
  const found = findOverrideRefusal(command, cell, now)
  return found === undefined ? { ok: true, publish: [overriding(command, cell, context)] } : refused(...found)
}

/** Takes back exactly the override that was seen. */
export function decideWithdrawal(command: WithdrawOverride, context: SayingContext): Decision {
  const { cell, underWay, by, person, today } = context
  if (underWay) return refused('status-under-way')
  if (cell?.override?.event !== command.override) return refused('override-gone')
  return { ok: true, publish: [withdrawing(command, cell.override, command.reason, { by, person, today })] }
}

type Voice = Pick<SayingContext, 'by' | 'person' | 'today'>
/** Under the period the override was given for. */
const withdrawing = (
  place: Place,
  { event: override, period }: OverrideMark,
  reason: string,
  { by, person, today: on }: Voice,
): LianxiEvent => {
  const data = { override, ...placeOf({ ...place, period }), reason: reason.trim(), by, person, on }
  return { type: 'lianxi.status.override-withdrawn.v1', data }
}

/** `mayObject`: the person speaks for the body that carries the item, or coordinates its region. */
export type ObjectingContext = SayingContext & { mayObject: boolean }

/** A body objects to the computed status or the override it saw; one objection each, until it is answered and after. */
export function decideObjection(command: ObjectToStatus, context: ObjectingContext): Decision {
  const { cell, underWay, mayObject, by, person, today } = context
  if (cell === undefined) return refused('status-none')
  if (!mayObject) return refused('objection-not-yours')
  if (underWay) return refused('status-under-way')
  if (cell.computed !== command.status) return refused('status-other')
  if (cell.computed === 'not-due') return refused('objection-not-due')
  if (command.override !== undefined && cell.override?.event !== command.override) return refused('override-gone')
  if (cell.objection !== null && cell.objection.override === command.override && !isDone(cell.objection))
    return refused('objection-standing')
  return { ok: true, publish: [objecting(command, cell.kind, { by, person, today })] }
}

/** The override it was about has been taken back: it is only shown for its answer. */
const isDone = ({ answer }: NonNullable<SaidCell['objection']>): boolean => answer?.outcome === 'withdrawn'

type Objecting = Omit<ObjectToStatus, 'idempotencyKey'>
/** The event of an objection, on the topic of the subject's kind. */
export function objecting(
  { zone, status, override, text, ...place }: Objecting,
  kind: SubjectKind,
  { by: body, person: objectedBy, today: on }: Voice,
): LianxiEvent {
  const about = override === undefined ? {} : { override }
  const data = { zone, ...placeOf(place), status, ...about, text: text.trim(), body, objectedBy, on }
  return kind === 'target'
    ? { type: 'lianxi.target.status-objected.v1', data }
    : { type: 'lianxi.project.status-objected.v1', data }
}

/** `mayWithdraw`: the person speaks for the body that objected. */
export type WithdrawingContext = SayingContext & { mayWithdraw: boolean }

/** Takes back exactly the objection that was seen, while nobody has answered it. */
export function decideObjectionWithdrawal(command: WithdrawObjection, context: WithdrawingContext): Decision {
  const { cell, underWay, mayWithdraw, by: body, person: withdrawnBy, today: on } = context
  if (underWay) return refused('status-under-way')
  if (cell?.objection?.event !== command.objection) return refused('objection-gone')
  if (!mayWithdraw) return refused('objection-others')
  if (cell.objection.answer !== null) return refused('objection-answered')
  const { zone, objection } = command
  const data = { zone, objection, ...placeOf(command), reason: command.reason.trim(), body, withdrawnBy, on }
  return {
    ok: true,
    publish: [
      cell.kind === 'target'
        ? { type: 'lianxi.target.objection-withdrawn.v1', data }
        : { type: 'lianxi.project.objection-withdrawn.v1', data },
    ],
  }
}

/**
 * Answers exactly the objection that was seen. What it leads to is said in one: an override, or, where the objection is
 * to one, its end.
 */
export function decideAnswer(command: AnswerObjection, context: SayingContext): Decision {
  const { cell, underWay, now, by, person, today } = context
  if (underWay) return refused('status-under-way')
  if (cell?.objection?.event !== command.objection) return refused('objection-gone')
  if (cell.objection.answer !== null) return refused('objection-answered')
  const { objection, outcome, override } = command
  const reason = command.reason.trim()
  const data = { objection, ...placeOf(command), outcome, reason, by, person, on: today }
  const answer: LianxiEvent = { type: 'lianxi.status.objection-answered.v1', data }
  const toOverride = cell.objection.override !== undefined
  if (outcome !== 'maintained' && (outcome === 'withdrawn') !== toOverride)
    return refused('objection-outcome', 'outcome')
  if (outcome === 'withdrawn' && cell.override !== null)
    return { ok: true, publish: [answer, withdrawing(command, cell.override, reason, context)] }
  if (outcome !== 'overridden') return { ok: true, publish: [answer] }
  if (override === null) return refused('override-missing', 'override.status')
  const setting = { ...placeOf(command), ...override, onwards: false, reason }
  const found = findOverrideRefusal(setting, cell, now)
  if (found !== undefined) return refused(found[0], `override.${found[1]}`)
  return { ok: true, publish: [answer, overriding(setting, cell, context)] }
}
