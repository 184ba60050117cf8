import { readInvitable } from '@lianxi/db/readers/partner/invitable'
import { InvitableInput, InvitableView } from '@lianxi/schema/views/partner'
import { memberProcedure } from '../../trpc'
import { checkedOnce, readKept } from '../board/picture'

/** Whom the secretariat can invite into a project of its zone: names of other zones' regions and bodies, nothing else. */
export const invitable = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(InvitableInput)
  .output(checkedOnce(InvitableView))
  .query(({ ctx: { deps }, input }) => {
    const question = { procedure: 'invitable', input, asker: null, answer: InvitableView }
    return readKept(deps, question, ({ db }) => readInvitable(db, input.zone, input.subject))
  })
