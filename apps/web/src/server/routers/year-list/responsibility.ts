import { readResponsibility } from '@lianxi/db/readers/responsibility/read'
import { ResponsibilityInput, ResponsibilityView } from '@lianxi/schema/views/responsibility'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'

/** 责任落实: who has what. */
export const responsibility = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(ResponsibilityInput)
  .output(ResponsibilityView)
  .query(({ ctx, input }) => {
    const { members } = ctx.granted
    return readResponsibility(ctx.deps.prisma, input, { own: members.map(({ body }) => body), sight: sightOf(members) })
  })
