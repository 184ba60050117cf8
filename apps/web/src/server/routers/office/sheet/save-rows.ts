import { applyReportSheet } from '@lianxi/db/report-sheet/apply'
import { ApplyReportSheet } from '@lianxi/schema/commands/report-sheet'
import { NilResult } from '@lianxi/schema/views/result'
import { memberProcedure } from '../../../trpc'
import { writerOf, WRITERS } from './access'

/** Rows of an upload become drafts, each answered on its own. */
export const saveRows = memberProcedure
  .meta({ access: WRITERS })
  .input(ApplyReportSheet)
  .output(NilResult)
  .mutation(({ ctx, input, path }) => {
    const { deps, granted, traceparent } = ctx
    return applyReportSheet(deps.prisma, { input, actor: writerOf(granted), procedure: path, traceparent })
  })
