import { readPlans } from '@lianxi/db/readers/plan/plans'
import { Plans, PlansInput } from '@lianxi/schema/views/plan-import'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { plannersOwners } from './access'

export const all = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(PlansInput)
  .output(Plans)
  .query(({ ctx, input: { zone } }) => {
    const sight = sightOf(ctx.granted.members)
    return readPlans(ctx.deps.prisma, zone, { owners: plannersOwners(ctx.granted, zone), sight })
  })
