import { ApproveReport } from '@lianxi/schema/commands/report'
import { ReportResult } from '@lianxi/schema/views/result'
import { handle } from '../../handle'
import { memberProcedure } from '../../trpc'

export const approve = memberProcedure
  .meta({ access: { roles: ['approver', 'coordinator'], scope: 'region' } })
  .input(ApproveReport)
  .output(ReportResult)
  .mutation((call) => handle(call, { type: 'approve' }, call.input.objection))
