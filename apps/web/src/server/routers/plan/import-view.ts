import { findImportView } from '@lianxi/db/readers/plan/import'
import { PlanImportFound, PlanImportInput } from '@lianxi/schema/views/plan-import'
import { memberProcedure } from '../../trpc'
import { PLANNERS, plannersOwners } from './access'

/** An uploaded workbook and what it would change now: for those who may apply it. */
export const importView = memberProcedure
  .meta({ access: PLANNERS })
  .input(PlanImportInput)
  .output(PlanImportFound)
  .query(({ ctx, input }) => {
    const owners = plannersOwners(ctx.granted, input.zone)
    return findImportView(ctx.deps.prisma, input, (owner) => owners.includes(owner))
  })
