import { addRegionInTx } from '@lianxi/db/broker/add-place'
import { AddRegion } from '@lianxi/schema/commands/broker'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

export const addRegion = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(AddRegion)
  .output(DoneResult)
  .mutation((call) => {
    const { zone, code, name, responsible, officeCode } = call.input
    const work = {
      object: code,
      detail: { zone, name, responsible, officeCode },
      run: (tx: Parameters<typeof addRegionInTx>[0]) => addRegionInTx(tx, call.input),
    }
    return administer(call, work, call.input)
  })
