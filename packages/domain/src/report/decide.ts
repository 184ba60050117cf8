import type { Entry } from '@lianxi/schema/commands/entry'
import type { WarningReason } from '@lianxi/schema/commands/report'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { EvidenceNamed } from '@lianxi/schema/events/reports'
import type { CheckContext } from '@lianxi/schema/views/check-context'
import type { Refusal } from '@lianxi/schema/views/refusal'
import type { Finding } from '@lianxi/schema/views/result'
import { checkEntry } from './check'
import { knownStage } from './check-project-said'
import { type Filing, findFilingRefusal, findLockRefusal } from './filing'
import { confirmation, publication, returning } from './publication'
import { explanation } from './explanation'
import { holdsWork } from './held'
import { isOfNeighbours } from './neighbours'
import { nilEntry } from './read-entry'
import { findContentRefusal, refuse } from './refusal'
import type { Person, ReportState, ReportStep } from './state'

type Written = { entry: Entry; correctionReason: string | null; warningReasons: WarningReason[] }

/** Commands of a report's life. Roles and regions are checked before; here is what depends on the report itself. */
export type ReportCommand =
  | ({ type: 'save-draft' } & Written)
  | ({ type: 'submit' } & Written)
  /** 本期无变化 for a report nobody has begun: one of several in one press, its form unseen. */
  | { type: 'submit-nil' }
  | { type: 'approve' }
  | { type: 'send-back'; reason: string }
  | { type: 'withdraw' }
  | { type: 'start-correction'; reason: string }
  | { type: 'return'; report: string; reason: string; byBody: string }
  | { type: 'confirm'; report: string; byBody: string }

/** All that decides besides the state. `now` is domain time; `eventId` a fresh UUIDv7 for what may be published. */
export type ReportContext = {
  filing: Filing
  check: CheckContext
  /** Files that lie with the report. */
  evidence: EvidenceNamed[]
  actor: Person
  now: string
  eventId: string
}

/** What happened and what is to be published, or why not. */
export type ReportDecision =
  | { ok: true; steps: ReportStep[]; publish: LianxiEvent | null; findings: Finding[] }
  | { ok: false; refusal: Refusal; findings: Finding[] }

const refused = (refusal: Refusal, findings: Finding[] = []): ReportDecision => ({ ok: false, refusal, findings })
const happened = (step: ReportStep, findings: Finding[] = []): ReportDecision => ({
  ok: true,
  steps: [step],
  publish: null,
  findings,
})

const WRITABLE: ReportState['state'][] = ['draft', 'sent-back', 'returned']

function write(command: Written & { type: 'save-draft' | 'submit' }, state: ReportState, context: ReportContext) {
  const { filing, actor: by, now: at, check } = context
  const refusal = findFilingRefusal(filing) ?? findLockRefusal(filing, state.unlocked, at)
  if (refusal !== undefined) return refused(refusal)
  if (!WRITABLE.includes(state.state)) return refused(refuse('wrong-state'))
  const { entry, correctionReason, warningReasons } = command
  if (entry.kind !== filing.kind) return refused(refuse('content-invalid'))
  const written = { entry, correctionReason: correctionReason ?? state.correctionReason, warningReasons, by, at }
  const findings = checkEntry(entry, check, explanation(state, written.correctionReason))
  if (command.type === 'save-draft') return happened({ type: 'draft-saved', ...written }, findings)
  const answered = (code: string) => warningReasons.some((given) => given.code === code && given.reason.trim() !== '')
  const wrong = findContentRefusal(findings, answered)
  return wrong === undefined ? happened({ type: 'submitted', ...written }, findings) : refused(wrong, findings)
}

function submitNil(state: ReportState, context: ReportContext): ReportDecision {
  const { filing, check } = context
  if (WRITABLE.includes(state.state) && holdsWork(state.entry, knownStage(check.history))) {
    return refused(refuse('nil-over-work'))
  }
  const entry = nilEntry(filing.kind)
  return write({ type: 'submit', entry, correctionReason: null, warningReasons: [] }, state, context)
}

function approve(state: ReportState, context: ReportContext): ReportDecision {
  const { filing, check, actor: by, now: at, eventId } = context
  const refusal = findFilingRefusal(filing)
  if (refusal !== undefined) return refused(refusal)
  if (state.state !== 'submitted' || state.submitted === null || state.entry === null)
    return refused(refuse('wrong-state'))
  if (isOwn(state, by)) return refused(refuse('own-report'))
  const reason = explanation(state, state.correctionReason)
  const answered = (code: string) => state.warningReasons.some((given) => given.code === code)
  const found = checkEntry(state.entry, check, reason)
  const findings = found.filter(({ code }) => answered(code) || !isOfNeighbours(code))
  const wrong = findContentRefusal(findings, answered)
  if (wrong !== undefined) return refused(wrong, findings)
  const publish = publication(state, findings, reason, context)
  if (publish === undefined) return refused(refuse('content-invalid'), findings)
  const step: ReportStep = { type: 'published', eventId, entry: state.entry, by, at }
  return { ok: true, steps: [step], publish, findings }
}

/** Four eyes: neither who wrote it last nor who submitted it may approve it. */
export const isOwn = (state: ReportState, person: Person): boolean =>
  state.submitted?.id === person.id || state.author?.id === person.id

function sendBack(reason: string, state: ReportState, { filing, actor: by, now: at }: ReportContext): ReportDecision {
  const refusal = findFilingRefusal(filing)
  if (refusal !== undefined) return refused(refusal)
  if (state.state !== 'submitted') return refused(refuse('wrong-state'))
  if (isOwn(state, by)) return refused(refuse('own-report'))
  return reason.trim() === '' ? refused(refuse('reason-required')) : happened({ type: 'sent-back', reason, by, at })
}

/** What was submitted, by who submitted it, whatever became of the duty; a begun correction, by its body. */
function withdraw(state: ReportState, { filing, actor: by, now: at }: ReportContext): ReportDecision {
  if (state.state === 'submitted') {
    return state.submitted?.id === by.id ? happened({ type: 'withdrawn', by, at }) : refused(refuse('not-submitter'))
  }
  const correcting = WRITABLE.includes(state.state) && state.published !== null && !state.unlocked
  if (!correcting) return refused(refuse('wrong-state'))
  const refusal = findFilingRefusal(filing)
  return refusal === undefined ? happened({ type: 'correction-dropped', by, at }) : refused(refusal)
}

function startCorrection(reason: string, state: ReportState, context: ReportContext): ReportDecision {
  const { filing, actor: by, now: at } = context
  const refusal = findFilingRefusal(filing) ?? findLockRefusal(filing, state.unlocked, at)
  if (refusal !== undefined) return refused(refusal)
  if (state.state !== 'published') return refused(refuse('wrong-state'))
  if (reason.trim() === '') return refused(refuse('reason-required', 'correctionReason'))
  return happened({ type: 'correction-started', reason, by, at })
}

/** Returning and confirming name the event: nobody judges a revision he has not seen. */
function judge(
  command: Extract<ReportCommand, { type: 'return' | 'confirm' }>,
  state: ReportState,
  context: ReportContext,
): ReportDecision {
  if (state.published === null) return refused(refuse('not-found'))
  if (state.published.eventId !== command.report) return refused(refuse('not-current'))
  if (state.unlocked || (command.type === 'confirm' && context.filing.confirmed))
    return refused(refuse('already-judged'))
  if (command.type === 'confirm') {
    return { ok: true, steps: [], publish: confirmation(command, context), findings: [] }
  }
  if (command.reason.trim() === '') return refused(refuse('reason-required', 'reason'))
  const { reason, byBody } = command
  const step: ReportStep = { type: 'returned', reason, byBody, by: context.actor, at: context.now }
  return { ok: true, steps: [step], publish: returning(command, context), findings: [] }
}

/** Decides a command on a report's state. Pure: time, identity and what is known come in with the context. */
export function decide(command: ReportCommand, state: ReportState, context: ReportContext): ReportDecision {
  switch (command.type) {
    case 'save-draft':
    case 'submit':
      return write(command, state, context)
    case 'submit-nil':
      return submitNil(state, context)
    case 'approve':
      return approve(state, context)
    case 'send-back':
      return sendBack(command.reason, state, context)
    case 'withdraw':
      return withdraw(state, context)
    case 'start-correction':
      return startCorrection(command.reason, state, context)
    case 'return':
    case 'confirm':
      return judge(command, state, context)
    default:
      return command satisfies never
  }
}
