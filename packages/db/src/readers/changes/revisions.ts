import type { ChangeKind, ChangeLine } from '@lianxi/schema/views/changes'
import type { Between } from './between'
import { lineInWords } from './line'
import { seesProposal } from '../plan/revisions'
import { readRevisionsSaid, type RevisionSaid } from '../plan/revisions-said'
import { proposedWords, revisedWords } from '../plan/revision-words'

const KINDS = {
  'target-revision': 'target-revised',
  'project-revision': 'project-revised',
  'revision-proposed': 'revision-proposed',
  'revision-refused': 'revision-refused',
  'revision-withdrawn': 'revision-withdrawn',
} as const satisfies Record<RevisionSaid['fact'], ChangeKind>

const keyOf = (said: RevisionSaid): string => {
  const { fact, doc, subject } = said
  return `${fact} ${subject.doc.code} ${'revision' in doc ? doc.revision : doc.number}`
}

/** What was approved everybody sees; what was proposed, and what became of it, whoever may see the proposal. */
export async function readRevisionChanges(between: Between): Promise<ChangeLine[]> {
  const { db, reference, regions, from, to } = between
  const zone = reference.zone.code
  const [before, after] = await Promise.all([
    readRevisionsSaid({ db, zone, board: from }),
    readRevisionsSaid({ db, zone, board: to }),
  ])
  const known = new Set(before.map(keyOf))
  return after.flatMap((said) => {
    const { fact, subject, name, at } = said
    if (known.has(keyOf(said))) return []
    const note = noteOf(said, after, (proposed) => seesProposal(reference, subject, proposed.doc, regions))
    if (note === undefined) return []
    const { code: of, domain: field } = subject.doc
    return [lineInWords([KINDS[fact]], { subject: of, kind: subject.kind, name, field, at }, note)]
  })
}

type Proposed = Extract<RevisionSaid, { fact: 'revision-proposed' }>

/** Undefined: not for this viewer. */
function noteOf(said: RevisionSaid, all: RevisionSaid[], sees: (proposed: Proposed) => boolean): string | undefined {
  if (said.fact === 'target-revision' || said.fact === 'project-revision') {
    const { before, after } = revisedWords(said.doc)
    return `${before} → ${after}；${said.doc.approvedBy} ${said.doc.basis}：${said.doc.reason}`
  }
  const { subject, number } = said.doc
  const proposed = all.find(
    (one): one is Proposed =>
      one.fact === 'revision-proposed' && one.doc.subject === subject && one.doc.number === number,
  )
  if (proposed === undefined || !sees(proposed)) return undefined
  const { before, after } = proposedWords(proposed.subject, proposed.doc)
  return said.fact === 'revision-proposed'
    ? `${before} → ${after}（建议，${said.doc.document}）：${said.doc.reason}`
    : `${before} → ${after}（建议）：${said.doc.reason}`
}
