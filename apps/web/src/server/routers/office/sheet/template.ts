import { readReportTemplate } from '@lianxi/db/report-sheet/template'
import { ReportSheetInput } from '@lianxi/schema/commands/report-sheet'
import { ReportWorkbook } from '@lianxi/schema/views/report-sheet'
import { TRPCError } from '@trpc/server'
import { reportWorkbook, workbookName } from '../../../report-workbook'
import { memberProcedure } from '../../../trpc'
import { writerOf, WRITERS } from './access'

/** A body's 报送表 as a workbook, for its route: a file is no JSON. */
export const template = memberProcedure
  .meta({ access: WRITERS })
  .input(ReportSheetInput)
  .output(ReportWorkbook)
  .query(async ({ ctx, input }) => {
    if (!writerOf(ctx.granted).bodies.includes(input.body)) throw new TRPCError({ code: 'FORBIDDEN' })
    const sheet = await readReportTemplate(ctx.deps.prisma, input)
    return { name: workbookName(sheet.identity), file: await reportWorkbook(sheet) }
  })
