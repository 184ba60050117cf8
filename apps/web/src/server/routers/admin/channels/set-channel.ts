import { setChannelInTx } from '@lianxi/db/broker/set-channel'
import { SetChannel } from '@lianxi/schema/commands/broker'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

export const setChannel = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(SetChannel)
  .output(DoneResult)
  .mutation((call) => {
    const { body, kind, channel, reason } = call.input
    const by = call.ctx.granted.person.name
    const work = {
      object: body,
      detail: { kind, channel, reason },
      run: (tx: Parameters<typeof setChannelInTx>[0]) => setChannelInTx(tx, call.input, by),
    }
    return administer(call, work, call.input)
  })
