import { readInvitable } from '@lianxi/db/readers/invitable'
import { InvitableInput, InvitableView } from '@lianxi/schema/views/partner'
import { memberProcedure } from '../../trpc'

/** Whom the secretariat can invite into a project of its zone: names of other zones' regions and bodies, nothing else. */
export const invitable = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(InvitableInput)
  .output(InvitableView)
  .query(({ ctx: { deps }, input: { zone, subject } }) => readInvitable(deps.prisma, zone, subject))
