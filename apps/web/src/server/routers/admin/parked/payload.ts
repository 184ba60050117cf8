import { findPayload } from '@lianxi/db/parked/read-message'
import { ParkedId, ParkedPayload } from '@lianxi/schema/views/parked'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS } from '../access'

export const parkedPayload = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(ParkedId)
  .output(ParkedPayload)
  .query(async ({ ctx, input }) => ({ base64: await findPayload(ctx.deps.prisma, input.id, null) }))
