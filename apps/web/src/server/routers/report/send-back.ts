import { SendBackReport } from '@lianxi/schema/commands/report'
import { ReportResult } from '@lianxi/schema/views/result'
import { handle } from '../../handle'
import { memberProcedure } from '../../trpc'

export const sendBack = memberProcedure
  .meta({ access: { roles: ['approver', 'coordinator'], scope: 'region' } })
  .input(SendBackReport)
  .output(ReportResult)
  .mutation((call) => handle(call, { type: 'send-back', reason: call.input.reason }))
