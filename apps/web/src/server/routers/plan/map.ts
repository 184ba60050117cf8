import { changeMapping } from '@lianxi/db/plan-import/change-mapping'
import { refuse } from '@lianxi/domain/report/refusal'
import { MapPlans } from '@lianxi/schema/commands/plan-import'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { findImportOwner, PLANNERS, plannersOwners } from './access'

export const map = memberProcedure
  .meta({ access: PLANNERS })
  .input(MapPlans)
  .output(DoneResult)
  .mutation(async ({ ctx: { deps, granted }, input }) => {
    const owner = await findImportOwner(deps.prisma, input)
    if (owner === undefined) return { ok: false, refusal: refuse('not-found') }
    if (!plannersOwners(granted, input.zone).includes(owner)) return { ok: false, refusal: refuse('plan-not-yours') }
    return changeMapping(deps.prisma, input)
  })
