import { readChannels } from '@lianxi/db/readers/admin/channels'
import { Channels } from '@lianxi/schema/views/channels'
import { z } from 'zod'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS } from '../access'

export const listChannels = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(z.void())
  .output(Channels)
  .query(({ ctx }) => readChannels(ctx.deps.prisma))
