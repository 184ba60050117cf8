import { createAccountInTx } from '@lianxi/db/people/accounts'
import { hashPassword } from '@lianxi/db/people/password'
import { refuse } from '@lianxi/domain/report/refusal'
import { CreateAccount } from '@lianxi/schema/commands/account'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { ADMINISTRATORS, administer } from './access'
import { findMemberships } from './membership'

export const createAccount = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(CreateAccount)
  .output(DoneResult)
  .mutation(async (call) => {
    const { password, ...account } = call.input
    const memberships = await findMemberships(call.ctx.deps.prisma, account.memberships)
    if (memberships === undefined) return { ok: false, refusal: refuse('not-found', 'memberships') }
    const { username, name, phone } = account
    const passwordHash = await hashPassword(password)
    const work = {
      object: username,
      detail: { name, roles: memberships.map(({ body, role }) => `${body} ${role}`).join(', ') },
      run: (tx: Parameters<typeof createAccountInTx>[0]) =>
        createAccountInTx(tx, { username, name, phone, passwordHash, memberships }),
    }
    return administer(call, work, account)
  })
