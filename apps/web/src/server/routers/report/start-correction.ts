import { StartCorrection } from '@lianxi/schema/commands/report'
import { ReportResult } from '@lianxi/schema/views/result'
import { handle } from '../../handle'
import { memberProcedure } from '../../trpc'

export const startCorrection = memberProcedure
  .meta({ access: { roles: ['reporter', 'coordinator'], scope: 'region' } })
  .input(StartCorrection)
  .output(ReportResult)
  .mutation((call) => handle(call, { type: 'start-correction', reason: call.input.reason }))
