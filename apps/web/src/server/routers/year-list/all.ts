import { readYearLists } from '@lianxi/db/readers/year-list/all'
import { YearLists, YearListsInput } from '@lianxi/schema/views/year-list'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { listViewer } from './access'

export const all = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(YearListsInput)
  .output(YearLists)
  .query(({ ctx: { deps, granted }, input }) => {
    const home = granted.members.flatMap(({ region }) => region ?? [])
    return readYearLists(deps.prisma, input, listViewer(granted, input.zone), home)
  })
