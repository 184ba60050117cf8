import { noticesOfRevision, type ToldOfRevision } from '@lianxi/domain/notice/of-revisions'
import { placeOf, type RevisionContext, type RevisionStep } from '@lianxi/domain/plan-revision/decide'
import type { RevisionProposed } from '@lianxi/schema/events/revisions'
import type { Notice } from '@lianxi/schema/notice'
import { bodyName, type Reference } from '../readers/base/reference'

type Told = Omit<ToldOfRevision, 'proposer'> & { nameOf: (body: string) => string }
type Known = Pick<RevisionContext, 'subject' | 'plan' | 'zone'> & { reference: Reference }

/** Who is to hear of a step: bodies as the zone lists them now. */
export function toldOf(known: Known, said: { zone: string; event: string; at: string }): Told {
  const { subject, reference } = known
  const standing = [...reference.bodies.values()].filter(({ endedOn }) => endedOn === undefined)
  const offices = standing.flatMap(({ kind, region, code }): [string, string][] =>
    kind === 'coordinating-office' && region !== null ? [[region, code]] : [],
  )
  const secretariats = standing.flatMap(({ kind, code }) => (kind === 'secretariat' ? [code] : []))
  return {
    ...{ ...said, subject: subject.doc.code, kind: subject.kind, name: subject.doc.name, place: placeOf(known) },
    ...{ secretariat: secretariats.sort()[0] ?? null, offices: new Map(offices) },
    nameOf: (body) => bodyName(reference, body).name,
  }
}

export function noticesOf(told: Told, step: RevisionStep, proposals: RevisionContext['proposals']): Notice[] {
  const proposal = proposalOf(step, proposals)
  return proposal === undefined
    ? []
    : noticesOfRevision({ ...told, proposer: told.nameOf(proposal.body) }, step, proposal)
}

/** The proposal a step is about. */
function proposalOf(
  { type, data }: RevisionStep,
  proposals: RevisionContext['proposals'],
): RevisionProposed | undefined {
  if (type === 'lianxi.revision.proposed.v1') return data
  const number = 'number' in data ? data.number : data.proposal
  return proposals.find(({ said }) => said.number === number)?.said
}
