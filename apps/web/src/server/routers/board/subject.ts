import { readReference } from '@lianxi/db/readers/reference'
import { findSubjectView } from '@lianxi/db/readers/subject'
import type { Member } from '@lianxi/db/people/members'
import { type DutyView, SubjectFound, SubjectInput, type SubjectView } from '@lianxi/schema/views/subject'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { plannersOwners } from '../plan/access'
import { BOARD_READERS } from './access'
import { readPicture } from './picture'

/** What is past is only read. */
const nobodyJudges = () => ({ mayReturn: false, mayConfirm: false })

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
  .output(SubjectFound)
  .query(async ({ ctx: { deps, granted }, input }) => {
    const { members } = granted
    const sight = sightOf(members)
    if (input.asOf !== undefined) {
      return readPicture(deps, { procedure: 'subject', input, sight }, async ({ board }) => {
        const { zone, subject: code } = input
        return (await findSubjectView(deps.prisma, zone, code, { sight, judge: nobodyJudges }, board)) ?? null
      })
    }
    const { zone } = await readReference(deps.prisma, input.zone)
    const secretariat = members.some(({ role }) => role === 'secretariat')
    const coordinated = members.flatMap(({ role, region }) =>
      role === 'coordinator' && region !== null ? [region] : [],
    )
    const judge = (region: string) => {
      const above = zone.confirmations.some((step) => step.region === region && coordinated.includes(step.by))
      return { mayReturn: secretariat || above, mayConfirm: secretariat || above }
    }
    const owners = plannersOwners(granted, input.zone)
    const mayRevise = (region: string | null) => owners.includes(null) || (region !== null && owners.includes(region))
    const view = await findSubjectView(deps.prisma, input.zone, input.subject, { sight, judge, mayRevise })
    if (view === undefined) return null
    const speaking = members.filter(({ role }) => role === 'coordinator' || role === 'approver')
    const speaksFor = [...new Set(speaking.map(({ body }) => body))]
    const maySay = { override: secretariat, object: objectingRegions(members, view), speaksFor }
    // More time is given by the secretariat only: nobody else gets the form.
    const crossing = view.crossing === null ? null : { ...view.crossing, maySay: secretariat }
    return { ...view, maySay, crossing, owed: secretariat ? view.owed : [] }
  })
