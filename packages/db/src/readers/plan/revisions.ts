import { projectAim, targetAim } from '@lianxi/domain/plan-revision/aim'
import { placeOf, type RevisionSubject } from '@lianxi/domain/plan-revision/decide'
import { findOpen } from '@lianxi/domain/plan-revision/proposal'
import {
  concernedRegions,
  decidingBody,
  proposingBody,
  type Reviser,
  withdrawingBody,
} from '@lianxi/domain/plan-revision/rights'
import type { RevisionProposed } from '@lianxi/schema/events/revisions'
import type {
  PlanProposal,
  ProposalView,
  RevisionLine,
  RevisionsView,
  RevisionView,
} from '@lianxi/schema/views/revision'
import type { Reading } from '../../client'
import type { Board } from '../base/board'
import { type Sight, visibleRegions } from '../moment/frame'
import { bodyName, readReference, type Reference, reportingRegions } from '../base/reference'
import { proposedWords, revisedWords } from './revision-words'
import { bySubject, type ProposalSaid, readRevisionsSaid, type SubjectRevisions } from './revisions-said'

/** Who looks: the regions he sees, and as whom he may act; nobody acts on what is past. */
export type RevisionViewer = { regions: readonly string[]; reviser: Reviser }
export const ONLOOKER: Reviser = { secretariat: null, coordinates: [] }

/** Nobody approves what he proposed himself: a view that is remembered for an office, for this one of its people. */
export const barOwn = <Proposal extends Pick<ProposalView, 'person' | 'mayDecide' | 'mayWithdraw'>>(
  proposals: readonly Proposal[],
  person: string,
): Proposal[] => proposals.map((one) => (one.mayWithdraw && one.person === person ? { ...one, mayDecide: false } : one))

/** Whoever sees the whole zone sees every proposal; an office those that concern a region it sees, or that it made. */
export function seesProposal(
  reference: Reference,
  subject: RevisionSubject,
  said: RevisionProposed,
  regions: readonly string[],
): boolean {
  const plan = reference.plans.get(subject.doc.plan)
  if (plan === undefined || regions.length === reportingRegions(reference).length) return true
  const proposer = reference.bodies.get(said.body)?.region ?? null
  const concerned = [...concernedRegions(placeOf({ subject, plan, zone: reference.zone })), proposer]
  return concerned.some((region) => region !== null && regions.includes(region))
}

function proposalView(
  reference: Reference,
  subject: RevisionSubject,
  { said, state, approved, closed }: ProposalSaid,
  reviser: Reviser,
): ProposalView {
  const plan = reference.plans.get(subject.doc.plan)
  const open = state === 'open'
  const mayWithdraw = open && withdrawingBody(reviser, said.body) !== undefined
  const decides =
    plan !== undefined && decidingBody(reviser, placeOf({ subject, plan, zone: reference.zone })) !== undefined
  const { number, fromYear, reason, document, body, on } = said
  const outcome =
    approved === undefined
      ? closed && `${closed.reason}（${bodyName(reference, closed.body).name} ${closed.person}，${closed.on}）`
      : `${approved.approvedBy} ${approved.basis}，${approved.approvedOn}`
  return {
    ...{ number, fromYear, reason, document, on, state, outcome: outcome ?? null },
    ...proposedWords(subject, said),
    ...{ body: bodyName(reference, body), person: said.person, mayWithdraw },
    mayDecide: open && decides,
  }
}

const approvedViews = ({ approved }: Pick<SubjectRevisions, 'approved'>): RevisionView[] =>
  approved
    .map(({ doc }) => {
      const { revision, reason, approvedBy, basis, approvedOn, fromYear = null } = doc
      return { ...{ revision, reason, approvedBy, basis, approvedOn, fromYear }, ...revisedWords(doc) }
    })
    .sort((a, b) => a.revision - b.revision)

/** Open proposals of the zone that an office's regions let it see, with their plans. */
export function openProposals(
  reference: Reference,
  revisions: readonly SubjectRevisions[],
  regions: readonly string[],
): { plan: string }[] {
  return revisions.flatMap(({ subject, proposals }) => {
    const open = findOpen(proposals)
    return open !== undefined && seesProposal(reference, subject, open.said, regions)
      ? [{ plan: subject.doc.plan }]
      : []
  })
}

/** Every proposal of a plan that a viewer may see: open ones first, then the latest. */
export function planProposals(
  reference: Reference,
  revisions: readonly SubjectRevisions[],
  viewer: RevisionViewer,
): PlanProposal[] {
  const isOpen = ({ state }: PlanProposal): number => (state === 'open' ? 0 : 1)
  return revisions
    .flatMap(({ subject, proposals }) =>
      proposals
        .filter(({ said }) => seesProposal(reference, subject, said, viewer.regions))
        .map((one) => ({
          ...proposalView(reference, subject, one, viewer.reviser),
          ...{ subject: subject.doc.code, kind: subject.kind, name: subject.doc.name },
        })),
    )
    .sort((a, b) => isOpen(a) - isOpen(b) || b.on.localeCompare(a.on) || a.subject.localeCompare(b.subject))
}

/** Of a plan, for its Excel: what was approved, first to last, and what else was proposed. */
export async function readRevisionLines(
  db: Reading,
  { zone, plan, sight }: { zone: string; plan: string; sight: Sight },
): Promise<RevisionLine[]> {
  const [reference, said] = await Promise.all([readReference(db, zone), readRevisionsSaid({ db, zone, plan })])
  const revisions = bySubject(said)
  const viewer = { reviser: ONLOOKER, regions: visibleRegions(reference, sight) }
  const seen = planProposals(reference, revisions, viewer)
  return revisions.flatMap(({ subject: { doc }, approved, proposals }) => {
    const about = { subject: doc.code, name: doc.name }
    const proposedBy = (number: number | undefined): string => {
      const one = proposals.find(({ said: { number: own } }) => own === number)?.said
      return one === undefined ? '' : `${one.document} ${bodyName(reference, one.body).name} ${one.on}`
    }
    const stood = approved.map(({ doc: { proposal } }) => proposedBy(proposal))
    const lines = approvedViews({ approved }).map(({ before, after, fromYear, reason, ...by }, index) => ({
      ...{ ...about, state: 'approved' as const, before, after, fromYear, reason },
      ...{ proposed: stood[index] ?? '', outcome: `${by.approvedBy} ${by.basis} ${by.approvedOn}` },
    }))
    const others = seen.filter(({ subject, state }) => subject === doc.code && state !== 'approved')
    return [
      ...lines,
      ...others.map(({ number, state, before, after, fromYear, reason, outcome }) => ({
        ...{ ...about, state, before, after, fromYear, reason },
        ...{ proposed: proposedBy(number), outcome: outcome ?? '' },
      })),
    ]
  })
}

type Asked = { db: Reading; reference: Reference; board: Board; subject: RevisionSubject }

/** What was revised and proposed of one subject, as a viewer may see it. */
export async function readSubjectRevisions(
  { db, reference, board, subject }: Asked,
  viewer: RevisionViewer,
): Promise<RevisionsView> {
  const { zone } = reference
  const said = await readRevisionsSaid({ db, zone: zone.code, board, subject: subject.doc.code })
  const { approved = [], proposals = [] } = bySubject(said)[0] ?? {}
  const plan = reference.plans.get(subject.doc.plan)
  const may =
    plan?.status === 'issued' &&
    findOpen(proposals) === undefined &&
    proposingBody(viewer.reviser, placeOf({ subject, plan, zone })) !== undefined
  const target = subject.kind === 'target' ? targetAim(subject.doc) : null
  const project = subject.kind === 'project' ? projectAim(subject.doc) : null
  const rule = zone.mechanism?.find(
    ({ of, fact }) => fact === 'mid-term-review' && of === (plan?.region ?? zone.code),
  )?.said
  return {
    approved: approvedViews({ approved }),
    proposals: proposals
      .filter(({ said: one }) => seesProposal(reference, subject, one, viewer.regions))
      .map((one) => proposalView(reference, subject, one, viewer.reviser))
      .reverse(),
    proposing: may && (target !== null || project !== null) ? { target, project } : null,
    rule: rule ?? null,
  }
}
