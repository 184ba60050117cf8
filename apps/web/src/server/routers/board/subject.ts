import type { Database } from '@lianxi/db/client'
import { readReference } from '@lianxi/db/readers/base/reference'
import { findSubjectView, type Viewing } from '@lianxi/db/readers/board/subject'
import { barOwn } from '@lianxi/db/readers/plan/revisions'
import type { Member } from '@lianxi/db/people/members'
import { type DutyView, SubjectFound, SubjectInput, type SubjectView } from '@lianxi/schema/views/subject'
import { type Granted, sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { reviserOf } from '../plan/access'
import { BOARD_READERS } from './access'
import { checkedOnce, readPicture } from './picture'

/** Regions for which somebody may object: as the approver of a body that carries the item, or as its coordinator. */
const objectingRegions = (members: readonly Member[], { duties }: SubjectView): string[] => {
  const may = ({ region, body }: DutyView) =>
    members.some(
      (member) =>
        (member.role === 'coordinator' && member.region === region.code) ||
        (member.role === 'approver' && member.body === body.code),
    )
  return [...new Set(duties.filter(may).map(({ region }) => region.code))]
}

export const subject = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(SubjectInput)
  .output(checkedOnce(SubjectFound))
  .query(async ({ ctx: { deps, granted }, input }) => {
    const question = { procedure: 'subject', input, asker: granted.members, answer: SubjectFound }
    const view = await readPicture(
      deps,
      question,
      async ({ db, board }) =>
        (await (board.asOf === null
          ? readPresent(db, granted, input)
          : findSubjectView(db, input.zone, input.subject, pastOnly(granted), board))) ?? null,
    )
    if (view === null) return null
    const proposals = barOwn(view.revisions.proposals, granted.person.name)
    return { ...view, revisions: { ...view.revisions, proposals } }
  })

/** What is past is only read. */
const pastOnly = ({ members }: Granted): Viewing => ({
  sight: sightOf(members),
  judge: () => ({ mayReturn: false, mayConfirm: false }),
})

/** The subject as it stands, with what the viewer may do about it. */
async function readPresent(db: Database, granted: Granted, input: SubjectInput): Promise<SubjectView | undefined> {
  const { members } = granted
  const { zone } = await readReference(db, input.zone)
  const secretariat = members.some(({ role }) => role === 'secretariat')
  const coordinated = members.flatMap(({ role, region }) => (role === 'coordinator' && region !== null ? [region] : []))
  const judge = (region: string) => {
    const above = zone.confirmations.some((step) => step.region === region && coordinated.includes(step.by))
    return { mayReturn: secretariat || above, mayConfirm: secretariat || above }
  }
  const viewing = { sight: sightOf(members), judge, reviser: reviserOf(granted) }
  const view = await findSubjectView(db, input.zone, input.subject, viewing)
  if (view === undefined) return undefined
  const speaking = members.filter(({ role }) => role === 'coordinator' || role === 'approver')
  const speaksFor = [...new Set(speaking.map(({ body }) => body))]
  const maySay = { override: secretariat, object: objectingRegions(members, view), speaksFor }
  // More time is given by the secretariat only: nobody else gets the form.
  const crossing = view.crossing === null ? null : { ...view.crossing, maySay: secretariat }
  return { ...view, maySay, crossing, owed: secretariat ? view.owed : [] }
}
