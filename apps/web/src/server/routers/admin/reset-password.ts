import { resetPasswordInTx } from '@lianxi/db/people/accounts'
import { hashPassword } from '@lianxi/db/people/password'
import { ResetPassword } from '@lianxi/schema/commands/account'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { ADMINISTRATORS, administer } from './access'

export const resetPassword = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(ResetPassword)
  .output(DoneResult)
  .mutation(async (call) => {
    const { password, ...input } = call.input
    const hash = await hashPassword(password)
    return administer(
      call,
      { object: input.userId, detail: {}, run: (tx) => resetPasswordInTx(tx, input.userId, hash) },
      input,
    )
  })
