import { readReference } from '@lianxi/db/readers/reference'
import { findSubjectView } from '@lianxi/db/readers/subject'
import { SubjectFound, SubjectInput } from '@lianxi/schema/views/subject'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { plannersOwners } from '../plan/access'
import { BOARD_READERS } from './access'
import { readPicture } from './picture'

/** What is past is only read. */
const nobodyJudges = () => ({ mayReturn: false, mayConfirm: false })

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
    // More time is given by the secretariat only: nobody else gets the form.
    return view === undefined ? null : { ...view, owed: secretariat ? view.owed : [] }
  })
