import { findLibraryProject } from '@lianxi/db/readers/library/project'
import { LibraryProjectFound, LibraryProjectInput } from '@lianxi/schema/views/library'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { checkedOnce, readKept } from '../board/picture'
import { keeperOf } from './access'

/** Null: the zone lists no such project. */
export const project = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(LibraryProjectInput)
  .output(checkedOnce(LibraryProjectFound))
  .query(({ ctx: { deps, granted }, input }) => {
    const asker = { sight: sightOf(granted.members), keeper: keeperOf(granted) }
    const question = { procedure: 'libraryProject', input, asker, answer: LibraryProjectFound }
    return readKept(
      deps,
      question,
      async ({ db }) => (await findLibraryProject(db, input, asker.sight, asker.keeper)) ?? null,
    )
  })
