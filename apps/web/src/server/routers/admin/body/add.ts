import { addBodyInTx } from '@lianxi/db/broker/bodies'
import { AddBody } from '@lianxi/schema/commands/body'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

export const addBody = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(AddBody)
  .output(DoneResult)
  .mutation((call) => {
    const { zone, code, name } = call.input
    const run = (tx: Parameters<typeof addBodyInTx>[0]) => addBodyInTx(tx, call.input)
    return administer(call, { object: code, detail: { zone, name }, run }, call.input)
  })
