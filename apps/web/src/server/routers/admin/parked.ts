import { readParked } from '@lianxi/db/readers/admin'
import { ParkedInput, ParkedList } from '@lianxi/schema/views/admin'
import { memberProcedure } from '../../trpc'
import { ADMINISTRATORS } from './access'

export const parked = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(ParkedInput)
  .output(ParkedList)
  .query(({ ctx, input }) => readParked(ctx.deps.prisma, input))
