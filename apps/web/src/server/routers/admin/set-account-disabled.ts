import { setDisabledInTx } from '@lianxi/db/people/accounts'
import { refuse } from '@lianxi/domain/report/refusal'
import { SetAccountDisabled } from '@lianxi/schema/commands/account'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { ADMINISTRATORS, administer } from './access'

export const setAccountDisabled = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(SetAccountDisabled)
  .output(DoneResult)
  .mutation(async (call) => {
    const { userId, disabled } = call.input
    // Nobody locks himself out; another administrator can.
    if (disabled && userId === call.ctx.granted.person.id) return { ok: false, refusal: refuse('own-account') }
    return administer(
      call,
      { object: userId, detail: { disabled }, run: (tx) => setDisabledInTx(tx, userId, disabled) },
      call.input,
    )
  })
