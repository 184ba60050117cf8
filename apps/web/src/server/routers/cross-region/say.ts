import { sayOfCrossRegion } from '@lianxi/db/cross-region/say'
import { SayOfCrossRegion } from '@lianxi/schema/commands/cross-region'
import { DoneResult } from '@lianxi/schema/views/result'
import { memberProcedure } from '../../trpc'
import { judgingBody } from '../report/judging'

/** What the secretariat settles of a project's parts, and the handovers agreed between regions. */
export const say = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(SayOfCrossRegion)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const actor = { id: granted.person.id, name: granted.person.name }
    const press = { userId: actor.id, key: input.idempotencyKey, procedure: path, input }
    return sayOfCrossRegion(deps.prisma, input, { actor, press, body: judgingBody(granted) })
  })
