import { storeReportSheet } from '@lianxi/db/report-sheet/upload'
import { refuse } from '@lianxi/domain/report/refusal'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import { UploadReportSheet } from '@lianxi/schema/commands/report-sheet'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { writerOf, WRITERS } from './access'

/** Takes a 报送表 back, called by the upload's route. What would become drafts is seen next; nothing is saved yet. */
export const upload = memberProcedure
  .meta({ access: WRITERS })
  .input(UploadReportSheet)
  .output(DoneResult)
  .mutation(async ({ ctx, input: { file, ...input } }) => {
    const { id, name, bodies } = writerOf(ctx.granted)
    if (!bodies.includes(input.body)) return { ok: false, refusal: refuse('not-your-body') }
    const read = await readWorkbook(file)
    if (!read.ok)
      return { ok: false, refusal: { ...refuse('report-sheet-unreadable'), message: read.refusal.sentence } }
    return storeReportSheet(ctx.deps.prisma, { ...input, sheets: read.sheets, actor: { id, name } })
  })
