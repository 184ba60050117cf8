import { readBodyOptions } from '@lianxi/db/readers/admin/accounts'
import { Bodies } from '@lianxi/schema/views/admin'
import { z } from 'zod'
import { memberProcedure } from '../../trpc'
import { ADMINISTRATORS } from './access'

export const bodies = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(z.void())
  .output(Bodies)
  .query(async ({ ctx }) => ({ bodies: await readBodyOptions(ctx.deps.prisma) }))
