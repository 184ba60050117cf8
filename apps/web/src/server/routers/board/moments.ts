import { readMoments } from '@lianxi/db/readers/moment/moments'
import { Moments, MomentsInput } from '@lianxi/schema/views/moments'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'

export const moments = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(MomentsInput)
  .output(Moments)
  .query(({ ctx, input }) => readMoments(ctx.deps.prisma, input))
