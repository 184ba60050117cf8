import { endBodyInTx } from '@lianxi/db/year-list/end-body'
import { EndBody } from '@lianxi/schema/commands/body'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

/** 撤销: with it goes what the body still owes. */
export const endBody = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(EndBody)
  .output(DoneResult)
  .mutation((call) => {
    const { zone, code, endedOn, successor, reason, basis } = call.input
    const { id, name } = call.ctx.granted.person
    const run = (tx: Parameters<typeof endBodyInTx>[0]) => endBodyInTx(tx, call.input, { id, name })
    return administer(call, { object: code, detail: { zone, endedOn, successor, reason, basis }, run }, call.input)
  })
