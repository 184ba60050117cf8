import { fetchParked } from '@lianxi/db/parked/read-message'
import { OwnParkedFetch, OwnParkedRecords } from '@lianxi/schema/views/parked'
import { memberProcedure } from '../../../trpc'
import { OFFICE } from './access'

export const fetchOwnParked = memberProcedure
  .meta({ access: OFFICE })
  .input(OwnParkedFetch)
  .output(OwnParkedRecords)
  .query(({ ctx, input }) => fetchParked(ctx.deps.prisma, input))
