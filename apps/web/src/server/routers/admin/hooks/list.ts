import { readHooks } from '@lianxi/db/notice/hooks'
import { Hooks } from '@lianxi/schema/views/hook'
import { z } from 'zod'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS } from '../access'

export const listHooks = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(z.void())
  .output(Hooks)
  .query(async ({ ctx }) => ({ hooks: await readHooks(ctx.deps.prisma) }))
