import { readOverview } from '@lianxi/db/readers/overview'
import { Overview, OverviewInput } from '@lianxi/schema/views/overview'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'

export const overview = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(OverviewInput)
  .output(Overview)
  .query(({ ctx, input }) => readOverview(ctx.deps.prisma, input.zone, input.period, sightOf(ctx.granted.members)))
