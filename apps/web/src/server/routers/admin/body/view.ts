import { readBodiesView } from '@lianxi/db/readers/admin/bodies'
import { BodiesInput, BodiesView } from '@lianxi/schema/views/bodies'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS } from '../access'

/** 单位: the bodies of a zone, and of one of them what it still owes. */
export const viewBodies = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(BodiesInput)
  .output(BodiesView)
  .query(({ ctx, input }) => readBodiesView(ctx.deps.prisma, input))
