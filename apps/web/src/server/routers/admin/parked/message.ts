import { findParked } from '@lianxi/db/parked/read-message'
import { ParkedFound, ParkedId } from '@lianxi/schema/views/parked'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS } from '../access'

export const parkedMessage = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(ParkedId)
  .output(ParkedFound)
  .query(async ({ ctx, input }) => ({ message: (await findParked(ctx.deps.prisma, input.id, null)) ?? null }))
