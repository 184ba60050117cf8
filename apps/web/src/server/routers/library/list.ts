import { readLibrary } from '@lianxi/db/readers/library/read'
import { LibraryInput, LibraryList } from '@lianxi/schema/views/library'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'

export const list = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(LibraryInput)
  .output(LibraryList)
  .query(({ ctx, input }) => readLibrary(ctx.deps.prisma, input, sightOf(ctx.granted.members)))
