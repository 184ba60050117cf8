import { ReturnReport } from '@lianxi/schema/commands/report'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { handle } from '../../handle'
import { memberProcedure } from '../../trpc'
import { asDone, judgingBody, JUDGES } from './judging'

export const returnReport = memberProcedure
  .meta({ access: JUDGES })
  .input(ReturnReport)
  .output(DoneResult)
  .mutation(async (call) => {
    const { report, reason } = call.input
    return asDone(await handle(call, { type: 'return', report, reason, byBody: judgingBody(call.ctx.granted) }))
  })
