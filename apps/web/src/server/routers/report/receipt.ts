import { readReceipt } from '@lianxi/db/readers/office/receipt'
import { ReportKey } from '@lianxi/schema/commands/report'
import { Receipt } from '@lianxi/schema/views/office'
import { memberProcedure } from '../../trpc'

export const receipt = memberProcedure
  .meta({ access: { roles: ['reporter', 'approver', 'coordinator'], scope: 'region' } })
  .input(ReportKey)
  .output(Receipt)
  .query(({ ctx, input }) => readReceipt(ctx.deps.prisma, input))
