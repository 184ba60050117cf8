import { type Closings, type KnownProposal, proposalState } from '@lianxi/domain/plan-revision/proposal'
import type { RevisionSubject } from '@lianxi/domain/plan-revision/decide'
import {
  ProjectRevised,
  RevisionProposed,
  RevisionRefused,
  RevisionWithdrawn,
  TargetRevised,
} from '@lianxi/schema/events/revisions'
import { z } from 'zod'
import { empty, type Reading, sql } from '../../client'
import { type Board, CURRENT } from '../base/board'
import { iso } from '../base/parts'
import { SubjectDoc } from './subject-doc'

const At = { at: z.string(), name: z.string(), subject: SubjectDoc }
/** Each fact stands under `subject:number`. */
const Said = z.discriminatedUnion('fact', [
  z.object({ fact: z.literal('target-revision'), doc: TargetRevised, ...At }),
  z.object({ fact: z.literal('project-revision'), doc: ProjectRevised, ...At }),
  z.object({ fact: z.literal('revision-proposed'), doc: RevisionProposed, ...At }),
  z.object({ fact: z.literal('revision-refused'), doc: RevisionRefused, ...At }),
  z.object({ fact: z.literal('revision-withdrawn'), doc: RevisionWithdrawn, ...At }),
])
export type RevisionSaid = z.infer<typeof Said>

type Asked = { db: Reading; zone: string; board?: Board; subject?: string; plan?: string }

/** Everything said of revisions, of one subject, one plan or the zone, in order. */
export async function readRevisionsSaid({ db, zone, board = CURRENT, subject, plan }: Asked): Promise<RevisionSaid[]> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT f.kind AS fact, f.doc, ${iso('f.valid_from')} AS at, s.name,
      jsonb_build_object('kind', s.kind, 'doc', s.doc) AS subject
    FROM ${board.fact} f JOIN ${board.subject} s ON s.zone = f.zone AND s.code = split_part(f.code, ':', 1)
    WHERE f.zone = ${zone}
      AND f.kind IN ('target-revision', 'project-revision', 'revision-proposed', 'revision-refused', 'revision-withdrawn')
      ${subject === undefined ? empty : sql`AND s.code = ${subject}`}
      ${plan === undefined ? empty : sql`AND s.plan = ${plan}`}
    ORDER BY s.code, split_part(f.code, ':', 2)::int, f.kind`)
  return z.array(Said).parse(rows)
}

type Approved = Extract<RevisionSaid, { fact: 'target-revision' | 'project-revision' }>
/** Closed: by whom and why; an approval says it itself. */
export type ProposalSaid = KnownProposal & {
  approved: Approved['doc'] | undefined
  closed: RevisionRefused | RevisionWithdrawn | undefined
}
/** What was said of one subject: what holds now, what was approved, what was proposed. */
export type SubjectRevisions = {
  subject: RevisionSubject
  approved: Approved[]
  proposals: ProposalSaid[]
}

/** The same by subject. */
export function bySubject(said: readonly RevisionSaid[]): SubjectRevisions[] {
  const subjects = [...new Set(said.map(({ subject }) => subject.doc.code))]
  return subjects.flatMap((code) => {
    const own = said.filter(({ subject }) => subject.doc.code === code)
    const [first] = own
    return first === undefined ? [] : [revisionsOf(first.subject, own)]
  })
}

type Closing = Extract<RevisionSaid, { fact: 'revision-refused' | 'revision-withdrawn' }>
const isOf = (said: RevisionSaid, fact: Closing['fact'], number: number): said is Closing =>
  said.fact === fact && said.doc.number === number

function revisionsOf(subject: RevisionSubject, said: readonly RevisionSaid[]): SubjectRevisions {
  const approved = said.filter((one) => one.fact === 'target-revision' || one.fact === 'project-revision')
  const proposals = said.flatMap((one): ProposalSaid[] => {
    if (one.fact !== 'revision-proposed') return []
    const { number } = one.doc
    const refused = said.find((other) => isOf(other, 'revision-refused', number))?.doc
    const withdrawn = said.find((other) => isOf(other, 'revision-withdrawn', number))?.doc
    const approval = approved.find(({ doc }) => doc.proposal === number)?.doc
    const closings: Closings = {
      approved: approval !== undefined,
      refused: refused !== undefined,
      withdrawn: withdrawn !== undefined,
    }
    const closed = refused ?? withdrawn
    return [{ said: one.doc, state: proposalState(closings), approved: approval, closed }]
  })
  return { subject, approved, proposals }
}
