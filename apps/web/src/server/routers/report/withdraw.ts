import { WithdrawReport } from '@lianxi/schema/commands/report'
import { ReportResult } from '@lianxi/schema/views/result'
import { handle } from '../../handle'
import { memberProcedure } from '../../trpc'

export const withdraw = memberProcedure
  .meta({ access: { roles: ['reporter', 'coordinator'], scope: 'region' } })
  .input(WithdrawReport)
  .output(ReportResult)
  .mutation((call) => handle(call, { type: 'withdraw' }))
