import { SaveDraft } from '@lianxi/schema/commands/report'
import { ReportResult } from '@lianxi/schema/views/result'
import { handle, writtenOf } from '../../handle'
import { memberProcedure } from '../../trpc'

export const saveDraft = memberProcedure
  .meta({ access: { roles: ['reporter', 'coordinator'], scope: 'region' } })
  .input(SaveDraft)
  .output(ReportResult)
  .mutation((call) => handle(call, { type: 'save-draft', ...writtenOf(call.input) }))
