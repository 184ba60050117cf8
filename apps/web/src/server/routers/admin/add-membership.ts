import type { Tx } from '@lianxi/db/client'
import { addMembershipInTx } from '@lianxi/db/people/accounts'
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
    const found = await findMemberships(call.ctx.deps.prisma, [membership], 'membership')
    if (!found.ok) return found
    const [added] = found.memberships
    if (added === undefined) throw new Error('one membership was asked for')
    const { zone, body, role } = added
    const run = (tx: Tx) => addMembershipInTx(tx, userId, added)
    return administer(call, { object: userId, detail: { zone, body, role }, run }, call.input)
  })
