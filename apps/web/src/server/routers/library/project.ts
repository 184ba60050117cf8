import { findLibraryProject } from '@lianxi/db/readers/library-project'
import { LibraryProjectFound, LibraryProjectInput } from '@lianxi/schema/views/library'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { keeperOf } from './access'

/** Null: the zone lists no such project. */
export const project = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(LibraryProjectInput)
  .output(LibraryProjectFound)
  .query(async ({ ctx: { deps, granted }, input }) => {
    return (await findLibraryProject(deps.prisma, input, sightOf(granted.members), keeperOf(granted))) ?? null
  })
