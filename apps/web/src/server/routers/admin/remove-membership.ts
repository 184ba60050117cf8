import { removeMembershipInTx } from '@lianxi/db/people/accounts'
import { refuse } from '@lianxi/domain/report/refusal'
import { RemoveMembership } from '@lianxi/schema/commands/account'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { ADMINISTRATORS, administer } from './access'

export const removeMembership = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(RemoveMembership)
  .output(DoneResult)
  .mutation(async (call) => {
    const { userId, membershipId } = call.input
    if (userId === call.ctx.granted.person.id) return { ok: false, refusal: refuse('own-account') }
    return administer(
      call,
      { object: userId, detail: { membershipId }, run: (tx) => removeMembershipInTx(tx, userId, membershipId) },
      call.input,
    )
  })
