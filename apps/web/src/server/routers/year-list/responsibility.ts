import { readResponsibility } from '@lianxi/db/readers/year-list/responsibility'
import { ResponsibilityInput, ResponsibilityView } from '@lianxi/schema/views/responsibility'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'

/** 责任落实: who has what. */
export const responsibility = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(ResponsibilityInput)
  .output(ResponsibilityView)
  .query(({ ctx, input: { zone, year } }) => {
    const { members } = ctx.granted
    const viewer = { own: members.map(({ body }) => body), sight: sightOf(members) }
    return readResponsibility(ctx.deps.prisma, zone, year, viewer)
  })
