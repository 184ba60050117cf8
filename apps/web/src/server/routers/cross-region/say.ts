import { sayOfCrossRegion } from '@lianxi/db/cross-region/say'
import { SayOfCrossRegion } from '@lianxi/schema/commands/cross-region'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { judgingBody } from '../report/judging'

/** What the secretariat settles of a project's parts, and the handovers agreed between regions. */
export const say = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(SayOfCrossRegion)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    sayOfCrossRegion(deps.prisma, input, { ...acting(granted, input, path), body: judgingBody(granted) }),
  )
