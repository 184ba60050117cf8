import { createAccountInTx } from '@lianxi/db/people/accounts'
import { hashPassword } from '@lianxi/db/people/password'
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
    const found = await findMemberships(call.ctx.deps.prisma, account.memberships, 'memberships')
    if (!found.ok) return found
    const { memberships } = found
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
