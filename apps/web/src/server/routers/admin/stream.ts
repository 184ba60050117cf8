import { readStreamState } from '@lianxi/db/readers/moment/stream-state'
import { readWorkerParts } from '@lianxi/db/readers/moment/worker-parts'
import { StreamStatus } from '@lianxi/schema/views/stream-status'
import { z } from 'zod'
import { memberProcedure } from '../../trpc'
import { ADMINISTRATORS } from './access'

/** What every worker last told of itself, and what waits. */
export const stream = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(z.void())
  .output(StreamStatus)
  .query(async ({ ctx: { deps } }) => {
    const [state, parts] = await Promise.all([readStreamState(deps.prisma, null), readWorkerParts(deps.prisma)])
    return { state, parts }
  })
