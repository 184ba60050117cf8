import { renameBodyInTx } from '@lianxi/db/broker/bodies'
import { RenameBody } from '@lianxi/schema/commands/body'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

export const renameBody = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(RenameBody)
  .output(DoneResult)
  .mutation((call) => {
    const { zone, code, name } = call.input
    const run = (tx: Parameters<typeof renameBodyInTx>[0]) => renameBodyInTx(tx, call.input)
    return administer(call, { object: code, detail: { zone, name }, run }, call.input)
  })
