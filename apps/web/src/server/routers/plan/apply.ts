import { applyPlanImport } from '@lianxi/db/plan-import/apply'
import { refuse } from '@lianxi/domain/report/refusal'
import { ApplyPlans } from '@lianxi/schema/commands/plan-import'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { findImportOwner, findPlanner, PLANNERS } from './access'

export const apply = memberProcedure
  .meta({ access: PLANNERS })
  .input(ApplyPlans)
  .output(DoneResult)
  .mutation(async ({ ctx: { deps, granted }, input, path }) => {
    const owner = await findImportOwner(deps.prisma, input)
    if (owner === undefined) return { ok: false, refusal: refuse('not-found') }
    const body = findPlanner(granted, owner)
    if (body === undefined) return { ok: false, refusal: refuse('plan-not-yours') }
    return applyPlanImport(deps.prisma, { input, body, ...acting(granted, input, path) })
  })
