import { readMarkedSheet } from '@lianxi/db/report-sheet/marked'
import { findReportSheet } from '@lianxi/db/report-sheet/row'
import { ReportSheetViewInput, ReportWorkbookFound } from '@lianxi/schema/views/report-sheet'
import { markedWorkbook, workbookName } from '../../../report-workbook'
import { memberProcedure } from '../../../trpc'
import { writerOf, WRITERS } from './access'

/** The rows of an upload that could not be taken, as a workbook with remarks on the cells; for its route. */
export const marked = memberProcedure
  .meta({ access: WRITERS })
  .input(ReportSheetViewInput)
  .output(ReportWorkbookFound)
  .query(async ({ ctx, input }) => {
    const [writer, stored] = [writerOf(ctx.granted), await findReportSheet(ctx.deps.prisma, input)]
    if (stored === undefined || !writer.bodies.includes(stored.body)) return null
    const sheet = await readMarkedSheet(ctx.deps.prisma, stored, writer)
    return { name: workbookName(sheet.identity, '有问题的行'), file: await markedWorkbook(sheet) }
  })
