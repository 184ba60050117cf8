import { reviseTarget as publishRevision } from '@lianxi/db/target-revision/revise'
import { ReviseTarget } from '@lianxi/schema/commands/target-revision'
import { DoneResult } from '@lianxi/schema/views/result'
import { memberProcedure } from '../../trpc'
import { findPlanner, PLANNERS, plannersOwners } from './access'

/** A mid-term revision: the secretariat's for any plan, a coordinator's for his region's. */
export const reviseTarget = memberProcedure
  .meta({ access: PLANNERS })
  .input(ReviseTarget)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const [owner = null] = plannersOwners(granted, input.zone)
    const body = findPlanner(granted, owner)
    if (body === undefined) throw new Error('a planner has a body')
    const actor = { id: granted.person.id, name: granted.person.name }
    const press = { userId: actor.id, key: input.idempotencyKey, procedure: path, input }
    return publishRevision(deps.prisma, { input, owner, actor, body, press })
  })
