import { readDueList } from '@lianxi/db/readers/office/due-list'
import { DueList, DueListInput } from '@lianxi/schema/views/office'
import { memberProcedure } from '../../trpc'

export const dueList = memberProcedure
  .meta({ access: { roles: ['reporter', 'approver', 'coordinator'], scope: 'region' } })
  .input(DueListInput)
  .output(DueList)
  .query(({ ctx, input }) => readDueList(ctx.deps.prisma, input))
