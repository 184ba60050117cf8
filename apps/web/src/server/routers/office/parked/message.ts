import { findParked } from '@lianxi/db/parked/read-message'
import { OwnParkedId, ParkedFound } from '@lianxi/schema/views/parked'
import { memberProcedure } from '../../../trpc'
import { OFFICE } from './access'

export const ownParkedMessage = memberProcedure
  .meta({ access: OFFICE })
  .input(OwnParkedId)
  .output(ParkedFound)
  .query(async ({ ctx, input }) => ({ message: (await findParked(ctx.deps.prisma, input.id, input.region)) ?? null }))
