import { readParked } from '@lianxi/db/parked/read-list'
import { ParkedInput, ParkedList } from '@lianxi/schema/views/parked'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS } from '../access'

export const listParked = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(ParkedInput)
  .output(ParkedList)
  .query(({ ctx, input }) => readParked(ctx.deps.prisma, input))
