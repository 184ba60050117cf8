import { addMembershipInTx } from '@lianxi/db/people/accounts'
import { refuse } from '@lianxi/domain/report/refusal'
import { AddMembership } from '@lianxi/schema/commands/account'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { ADMINISTRATORS, administer } from './access'
import { findMemberships } from './membership'

export const addMembership = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(AddMembership)
  .output(DoneResult)
  .mutation(async (call) => {
    const { userId, membership } = call.input
    const [found] = (await findMemberships(call.ctx.deps.prisma, [membership])) ?? []
    if (found === undefined) return { ok: false, refusal: refuse('not-found', 'membership') }
    const detail = { body: found.body, role: found.role }
    return administer(call, { object: userId, detail, run: (tx) => addMembershipInTx(tx, userId, found) }, call.input)
  })
