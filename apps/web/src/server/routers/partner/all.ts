import { readPartners } from '@lianxi/db/readers/partner/read'
import { PartnersInput, PartnersView } from '@lianxi/schema/views/partner'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { checkedOnce, readPicture } from '../board/picture'
import { keeperOf } from '../library/access'

/** Projects the zone shares with others: of the whole zone, or of one project. */
export const all = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(PartnersInput)
  .output(checkedOnce(PartnersView))
  .query(({ ctx: { deps, granted }, input }) => {
    const { zone, subject } = input
    const asker = { sight: sightOf(granted.members), keeper: keeperOf(granted) }
    return readPicture(deps, { procedure: 'partners', input, asker, answer: PartnersView }, ({ db, board }) => {
      const keeper = board.asOf === null ? asker.keeper : null
      return readPartners(db, { board, zone, subject, sight: asker.sight, keeper })
    })
  })
