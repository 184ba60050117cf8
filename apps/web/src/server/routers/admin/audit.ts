import { readAudit } from '@lianxi/db/readers/admin/audit'
import { AuditInput, AuditList } from '@lianxi/schema/views/audit'
import { memberProcedure } from '../../trpc'
import { ADMINISTRATORS } from './access'

export const audit = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(AuditInput)
  .output(AuditList)
  .query(({ ctx, input }) => readAudit(ctx.deps.prisma, input))
