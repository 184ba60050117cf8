import { readPlans } from '@lianxi/db/readers/plans'
import { Plans, PlansInput } from '@lianxi/schema/views/plan-import'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { plannersOwners } from './access'

export const all = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(PlansInput)
  .output(Plans)
  .query(({ ctx, input: { zone } }) => readPlans(ctx.deps.prisma, zone, plannersOwners(ctx.granted, zone)))
