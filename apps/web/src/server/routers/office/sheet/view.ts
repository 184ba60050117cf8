import { findReportSheetView } from '@lianxi/db/readers/office/sheet'
import { ReportSheetFound, ReportSheetViewInput } from '@lianxi/schema/views/report-sheet'
import { memberProcedure } from '../../../trpc'
import { writerOf, WRITERS } from './access'

/** An uploaded 报送表 against what the office has now. */
export const view = memberProcedure
  .meta({ access: WRITERS })
  .input(ReportSheetViewInput)
  .output(ReportSheetFound)
  .query(({ ctx, input }) => findReportSheetView(ctx.deps.prisma, input, writerOf(ctx.granted)))
