import { readResponsibility } from '@lianxi/db/readers/responsibility/read'
import { ResponsibilityInput, ResponsibilityView } from '@lianxi/schema/views/responsibility'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { readKept } from '../board/picture'

/** 责任落实: who has what. Its counts of the whole zone are read once for each stamp. */
export const responsibility = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(ResponsibilityInput)
  .output(ResponsibilityView)
  .query(({ ctx: { deps, granted }, input }) => {
    const { members } = granted
    const viewer = { own: members.map(({ body }) => body), sight: sightOf(members) }
    return readResponsibility(deps.prisma, input, viewer, (what, of, answer, read) =>
      readKept(
        deps,
        { procedure: `responsibility ${what}`, input: { ...of, zone: input.zone }, asker: null, answer },
        read,
      ),
    )
  })
