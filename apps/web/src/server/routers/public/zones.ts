import { readPublicZones } from '@lianxi/db/readers/public/page'
import { ZoneName } from '@lianxi/schema/views/common'
import { z } from 'zod'
import { openProcedure } from '../../trpc'

export const zones = openProcedure
  .meta({ access: 'anyone' })
  .input(z.void())
  .output(z.array(ZoneName))
  .query(({ ctx: { deps } }) => readPublicZones(deps.prisma))
