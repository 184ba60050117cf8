import { storeUpload } from '@lianxi/db/plan-import/upload'
import { decisionSheets } from '@lianxi/domain/plan-import/typed-decision'
import { refuse } from '@lianxi/domain/report/refusal'
import { TypeDecision } from '@lianxi/schema/commands/plan-import'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { findPlanner, PLANNERS } from './access'

/** Takes a typed decision in as if it were a workbook: what it would change is seen next, and applied there. */
export const typeDecision = memberProcedure
  .meta({ access: PLANNERS })
  .input(TypeDecision)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input }) => {
    const body = findPlanner(granted, input.region)
    if (body === undefined) return { ok: false, refusal: refuse('plan-not-yours') }
    const actor = { id: granted.person.id, name: granted.person.name }
    const { zone, region: owner, name } = input
    return storeUpload(deps.prisma, {
      ...{ zone, owner, fileName: `${name.trim()}（录入）`, sheets: decisionSheets(input), actor, body },
    })
  })
