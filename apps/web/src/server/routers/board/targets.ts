import { readTargets } from '@lianxi/db/readers/lists'
import { TargetList, TargetsInput } from '@lianxi/schema/views/lists'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'

export const targets = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(TargetsInput)
  .output(TargetList)
  .query(({ ctx, input }) => readTargets(ctx.deps.prisma, input, sightOf(ctx.granted.members)))
