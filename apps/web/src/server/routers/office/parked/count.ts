import { countOpen } from '@lianxi/db/parked/read-message'
import { OwnPlace, OwnParkedCount } from '@lianxi/schema/views/parked'
import { memberProcedure } from '../../../trpc'
import { OFFICE } from './access'

export const countOwnParked = memberProcedure
  .meta({ access: OFFICE })
  .input(OwnPlace)
  .output(OwnParkedCount)
  .query(async ({ ctx, input }) => ({ open: await countOpen(ctx.deps.prisma, input.region) }))
