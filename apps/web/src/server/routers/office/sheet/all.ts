import { readReportSheets } from '@lianxi/db/readers/office/sheet'
import { ReportSheets, ReportSheetsInput } from '@lianxi/schema/views/report-sheet'
import { memberProcedure } from '../../../trpc'
import { writerOf, WRITERS } from './access'

/** For whom the viewer may take the 报送表 out, and the period's uploads of lately. */
export const all = memberProcedure
  .meta({ access: WRITERS })
  .input(ReportSheetsInput)
  .output(ReportSheets)
  .query(({ ctx, input }) => readReportSheets(ctx.deps.prisma, input, writerOf(ctx.granted).bodies))
