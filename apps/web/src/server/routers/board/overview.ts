import { readOverview } from '@lianxi/db/readers/board/overview'
import { Overview, OverviewInput } from '@lianxi/schema/views/overview'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'
import { checkedOnce, readPicture } from './picture'

export const overview = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(OverviewInput)
  .output(checkedOnce(Overview))
  .query(({ ctx: { deps, granted }, input }) => {
    const sight = sightOf(granted.members)
    return readPicture(
      deps,
      { procedure: 'overview', input, asker: sight, answer: Overview, wide: true },
      ({ db, board }) => readOverview(db, input.zone, input.period, sight, board),
    )
  })
