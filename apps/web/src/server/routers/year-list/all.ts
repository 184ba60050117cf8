import { readYearLists } from '@lianxi/db/readers/year-list/all'
import { YearLists, YearListsInput } from '@lianxi/schema/views/year-list'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { listViewer } from './access'

export const all = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(YearListsInput)
  .output(YearLists)
  .query(({ ctx, input: { zone } }) => readYearLists(ctx.deps.prisma, zone, listViewer(ctx.granted, zone)))
