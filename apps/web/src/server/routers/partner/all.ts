import { readPartners } from '@lianxi/db/readers/partners'
import { PartnersInput, PartnersView } from '@lianxi/schema/views/partner'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { findBoards } from '../board/picture'
import { keeperOf } from '../library/access'

/** Projects the zone shares with others: of the whole zone, or of one project. */
export const all = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(PartnersInput)
  .output(PartnersView)
  .query(async ({ ctx: { deps, granted }, input }) => {
    const { board } = await findBoards(deps, input)
    const { zone, subject } = input
    const keeper = board.asOf === null ? keeperOf(granted) : null
    return readPartners(deps.prisma, { board, zone, subject, sight: sightOf(granted.members), keeper })
  })
