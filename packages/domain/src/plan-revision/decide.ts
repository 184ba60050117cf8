import type { RevisionDeed } from '@lianxi/schema/commands/plan-revision'
import type { PlanListed, ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { RevisionProposed } from '@lianxi/schema/events/revisions'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import { refuse } from '../report/refusal'
import { projectAim, revisedProject, revisedTarget, sameProjectAim, sameTargetAim, targetAim, yearsFrom } from './aim'
import { type AimFault, projectAimFault, targetAimFault } from './check-aim'
import { findOpen, type KnownProposal } from './proposal'
import { decidingBody, proposingBody, type RevisionPlace, type Reviser, withdrawingBody } from './rights'

export type RevisionSubject = { kind: 'target'; doc: TargetListed } | { kind: 'project'; doc: ProjectListed }

/** `revisions`: approved ones the board has; `underWay`: something was said of the subject and is not on the board yet. */
export type RevisionContext = {
  subject: RevisionSubject
  plan: PlanListed
  zone: RevisionPlace['zone']
  proposals: readonly KnownProposal[]
  revisions: number
  underWay: boolean
  today: string
  reviser: Reviser
  person: string
}
/** The steps of a revision, each an event. */
export type RevisionStep = Extract<
  LianxiEvent,
  { type: `lianxi.revision.${string}.v1` | `lianxi.${'target' | 'project'}.revised.v1` }
>
export type RevisionDecision = { ok: true; publish: RevisionStep; body: string } | { ok: false; refusal: Refusal }

const refused = (code: RefusalCode, field: string | null = null, detail = ''): RevisionDecision => ({
  ok: false,
  refusal: refuse(code, field, detail),
})
const faulty = ([code, field, detail]: AimFault) => refused(code, field, detail)

/** What the rights are measured by. */
export const placeOf = ({
  subject,
  plan,
  zone,
}: Pick<RevisionContext, 'subject' | 'plan' | 'zone'>): RevisionPlace => ({
  planRegion: plan.region,
  places: subject.kind === 'target' ? [subject.doc.region] : subject.doc.regions,
  zone,
})

/**
 * Decides what somebody wants with the revision of a target or project: propose, approve, refuse, withdraw. A draft plan
 * is not revised but issued anew. What was only proposed binds nothing and nothing stands on it.
 */
export function decideRevision(deed: RevisionDeed, context: RevisionContext): RevisionDecision {
  if (context.underWay) return refused('revision-not-current')
  switch (deed.type) {
    case 'propose-target':
    case 'propose-project':
      return propose(deed, context)
    case 'approve':
    case 'refuse':
    case 'withdraw':
      return close(deed, context)
    default:
      return deed satisfies never
  }
}

type Deed<Type extends RevisionDeed['type']> = Extract<RevisionDeed, { type: Type }>
type Proposing = Deed<'propose-target' | 'propose-project'>

function propose(deed: Proposing, context: RevisionContext): RevisionDecision {
  const { subject, plan, proposals, revisions, reviser, person, today } = context
  const body = proposingBody(reviser, placeOf(context))
  if (body === undefined) return refused('revision-not-yours')
  if (plan.status === 'draft') return refused('revision-of-draft')
  if (findOpen(proposals) !== undefined) return refused('revision-open')
  if (deed.expectedRevision !== revisions) return refused('revision-not-current')
  const aims = aimsOf(deed, subject, context)
  if (Array.isArray(aims)) return faulty(aims)
  const { fromYear } = deed
  const number = Math.max(0, ...proposals.map(({ said }) => said.number)) + 1
  const words = { reason: deed.reason.trim(), document: deed.document.trim() }
  const data = { ...{ subject: subject.doc.code, number, standing: revisions, fromYear }, ...aims, ...words }
  return {
    ...{ ok: true, body },
    publish: { type: 'lianxi.revision.proposed.v1', data: { ...data, body, person, on: today } },
  }
}

type Aims = Pick<RevisionProposed, 'target' | 'project'>

/** What it is and what it would be; or why it cannot be that. */
function aimsOf(deed: Proposing, subject: RevisionSubject, { plan, today }: RevisionContext): Aims | AimFault {
  const { fromYear } = deed
  if (deed.type === 'propose-target') {
    if (subject.kind !== 'target') return ['revision-kind', null]
    const before = targetAim(subject.doc)
    if (before === null) return ['revision-qualitative', null]
    const { value, valueHigh, targetYear, yearly } = deed
    const after = { value, valueHigh, targetYear, yearly: yearsFrom(before.yearly, fromYear, yearly) }
    const fault = targetAimFault({ doc: subject.doc, before, after, fromYear, plan, today }, yearly)
    return fault ?? { target: { before, after }, project: null }
  }
  if (subject.kind !== 'project') return ['revision-kind', null]
  const before = projectAim(subject.doc)
  const { investmentWan, startYear, endYear, yearly } = deed
  const after = { investmentWan, startYear, endYear, yearly: yearsFrom(before.yearly, fromYear, yearly) }
  const fault = projectAimFault({ doc: subject.doc, before, after, fromYear, plan, today }, yearly)
  return fault ?? { target: null, project: { before, after } }
}

function close(deed: Deed<'approve' | 'refuse' | 'withdraw'>, context: RevisionContext): RevisionDecision {
  const { proposals, reviser, person, today } = context
  const known = proposals.find(({ said }) => said.number === deed.number)
  if (known === undefined) return refused('revision-none')
  const { said, state } = known
  const withdrawing = withdrawingBody(reviser, said.body)
  const body = deed.type === 'withdraw' ? withdrawing : decidingBody(reviser, placeOf(context))
  if (body === undefined) return refused(deed.type === 'withdraw' ? 'revision-others' : 'revision-approver')
  if (state !== 'open') return refused('revision-closed')
  if (deed.type === 'approve') return approve(deed, said, { ...context, body, own: withdrawing !== undefined })
  const closing = { subject: said.subject, number: said.number, body, person, on: today, reason: deed.reason.trim() }
  const type = deed.type === 'withdraw' ? 'lianxi.revision.withdrawn.v1' : 'lianxi.revision.refused.v1'
  return { ok: true, body, publish: { type, data: closing } }
}

/** `own`: the person speaks for the body that proposed. */
type Approving = RevisionContext & { body: string; own: boolean }

function approve(deed: Deed<'approve'>, said: RevisionProposed, context: Approving): RevisionDecision {
  const { subject, plan, revisions, today, person, body, own } = context
  if (own && said.person === person) return refused('revision-own')
  if (plan.status === 'draft') return refused('revision-of-draft')
  if (deed.on > today) return refused('date-in-future', 'on')
  if (said.standing !== revisions) return refused('revision-stale')
  const { fromYear, number: proposal, reason } = said
  const words = { approvedBy: deed.approvedBy.trim(), basis: deed.basis.trim(), approvedOn: deed.on }
  const data = { ...{ revision: revisions + 1, reason, fromYear, proposal, person }, ...words }
  if (subject.kind === 'target') {
    const now = targetAim(subject.doc)
    if (said.target === null || now === null || !sameTargetAim(now, said.target.before))
      return refused('revision-stale')
    const target = revisedTarget(subject.doc, said.target.after)
    return {
      ok: true,
      body,
      publish: { type: 'lianxi.target.revised.v1', data: { ...data, target, before: subject.doc } },
    }
  }
  if (said.project === null || !sameProjectAim(projectAim(subject.doc), said.project.before))
    return refused('revision-stale')
  const project = revisedProject(subject.doc, said.project.after)
  return {
    ok: true,
    body,
    publish: { type: 'lianxi.project.revised.v1', data: { ...data, project, before: subject.doc } },
  }
}
