import { storeUpload } from '@lianxi/db/plan-import/upload'
import { refuse } from '@lianxi/domain/report/refusal'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import { UploadPlans } from '@lianxi/schema/commands/plan-import'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { findPlanner, PLANNERS } from './access'

/** Takes a workbook in, called by the upload's route: a file is no JSON. What it would change is seen next. */
export const upload = memberProcedure
  .meta({ access: PLANNERS })
  .input(UploadPlans)
  .output(DoneResult)
  .mutation(async ({ ctx: { deps, granted }, input: { zone, region, fileName, file } }) => {
    const body = findPlanner(granted, region)
    if (body === undefined) return { ok: false, refusal: refuse('plan-not-yours') }
    const read = await readWorkbook(file)
    if (!read.ok) return { ok: false, refusal: { ...refuse('plan-import-unreadable'), message: read.refusal.sentence } }
    const actor = { id: granted.person.id, name: granted.person.name }
    return storeUpload(deps.prisma, { zone, owner: region, fileName, sheets: read.sheets, actor, body })
  })
