import { readOwnParked } from '@lianxi/db/parked/read-list'
import { OwnParkedInput, OwnParkedList } from '@lianxi/schema/views/parked'
import { memberProcedure } from '../../../trpc'
import { OFFICE } from './access'

export const listOwnParked = memberProcedure
  .meta({ access: OFFICE })
  .input(OwnParkedInput)
  .output(OwnParkedList)
  .query(({ ctx, input }) => readOwnParked(ctx.deps.prisma, input))
