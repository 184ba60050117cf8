import { ConfirmReport } from '@lianxi/schema/commands/report'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { handle } from '../../handle'
import { memberProcedure } from '../../trpc'
import { asDone, judgingBody, JUDGES } from './judging'

export const confirm = memberProcedure
  .meta({ access: JUDGES })
  .input(ConfirmReport)
  .output(DoneResult)
  .mutation(async (call) => {
    const { report } = call.input
    return asDone(await handle(call, { type: 'confirm', report, byBody: judgingBody(call.ctx.granted) }))
  })
