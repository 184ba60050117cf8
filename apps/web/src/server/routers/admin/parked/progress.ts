import { readProgress } from '@lianxi/db/parked/read-list'
import { ParkedProgress } from '@lianxi/schema/views/parked'
import { z } from 'zod'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS } from '../access'

export const parkedProgress = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(z.void())
  .output(ParkedProgress)
  .query(({ ctx }) => readProgress(ctx.deps.prisma))
