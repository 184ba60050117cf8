import { askToResendInTx } from '@lianxi/db/parked/ask'
import { ResendRefused } from '@lianxi/schema/commands/parked'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

export const resendRefused = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(ResendRefused)
  .output(DoneResult)
  .mutation((call) => {
    const { ids } = call.input
    return administer(
      call,
      { detail: { events: ids.join(' ') }, run: (tx) => askToResendInTx(tx, call.ctx.granted.person, ids) },
      { ids },
    )
  })
