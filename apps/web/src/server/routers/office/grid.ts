import { readOfficeGrid } from '@lianxi/db/readers/office/grid'
import { OfficeGrid, OfficeGridInput } from '@lianxi/schema/views/office-grid'
import { memberProcedure } from '../../trpc'
import { writerOf, WRITERS } from './sheet/access'

/** 表格填报: all that the viewer's bodies owe with a period. */
export const grid = memberProcedure
  .meta({ access: WRITERS })
  .input(OfficeGridInput)
  .output(OfficeGrid)
  .query(({ ctx, input }) => readOfficeGrid(ctx.deps.prisma, input, writerOf(ctx.granted).bodies))
