import { addZoneInTx } from '@lianxi/db/broker/add-place'
import { AddZone } from '@lianxi/schema/commands/broker'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

export const addZone = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(AddZone)
  .output(DoneResult)
  .mutation((call) => {
    const { code, name, reviewBody } = call.input
    const work = {
      object: code,
      detail: { name, reviewBody },
      run: (tx: Parameters<typeof addZoneInTx>[0]) => addZoneInTx(tx, call.input),
    }
    return administer(call, work, call.input)
  })
