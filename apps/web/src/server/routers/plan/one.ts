import { findPlanView } from '@lianxi/db/readers/plans'
import { PlanFound, PlanInput } from '@lianxi/schema/views/plan-import'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'

export const one = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(PlanInput)
  .output(PlanFound)
  .query(({ ctx, input: { zone, plan } }) => findPlanView(ctx.deps.prisma, zone, plan))
