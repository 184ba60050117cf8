import { findPayload } from '@lianxi/db/parked/read-message'
import { OwnParkedId, ParkedPayload } from '@lianxi/schema/views/parked'
import { memberProcedure } from '../../../trpc'
import { OFFICE } from './access'

export const ownParkedPayload = memberProcedure
  .meta({ access: OFFICE })
  .input(OwnParkedId)
  .output(ParkedPayload)
  .query(async ({ ctx, input }) => ({ base64: await findPayload(ctx.deps.prisma, input.id, input.region) }))
