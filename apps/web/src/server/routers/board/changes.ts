import { readChanges } from '@lianxi/db/readers/changes'
import { Changes, ChangesInput } from '@lianxi/schema/views/changes'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'
import { findBoards } from './picture'

export const changes = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(ChangesInput)
  .output(Changes)
  .query(async ({ ctx: { deps, granted }, input }) => {
    const { recall } = deps.rowSets
    return readChanges(deps.prisma, input, {
      ...(await findBoards(deps, input)),
      sight: sightOf(granted.members),
      recall,
    })
  })
