import { SubmitReport } from '@lianxi/schema/commands/report'
import { ReportResult } from '@lianxi/schema/views/result'
import { handle, writtenOf } from '../../handle'
import { memberProcedure } from '../../trpc'

export const submit = memberProcedure
  .meta({ access: { roles: ['reporter', 'coordinator'], scope: 'region' } })
  .input(SubmitReport)
  .output(ReportResult)
  .mutation((call) => handle(call, { type: 'submit', ...writtenOf(call.input) }))
