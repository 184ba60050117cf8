import { readLibrary } from '@lianxi/db/readers/library/read'
import { LibraryInput, LibraryList } from '@lianxi/schema/views/library'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { checkedOnce, readPicture } from '../board/picture'

export const list = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(LibraryInput)
  .output(checkedOnce(LibraryList))
  .query(({ ctx: { deps, granted }, input }) => {
    const sight = sightOf(granted.members)
    const question = { procedure: 'library.list', input, asker: sight, answer: LibraryList }
    return readPicture(deps, question, () => readLibrary(deps.prisma, input, sight))
  })
