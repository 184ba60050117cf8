import { reviseSubject } from '@lianxi/db/plan-revision/revise'
import { ReviseSubject } from '@lianxi/schema/commands/plan-revision'
import { DoneResult } from '@lianxi/schema/views/result'
import { memberProcedure } from '../../trpc'
import { PLANNERS, reviserOf } from './access'

/** One door for a revision's whole way; who may take which step, the rules decide by the zone's mechanism. */
export const revise = memberProcedure
  .meta({ access: PLANNERS })
  .input(ReviseSubject)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const actor = { id: granted.person.id, name: granted.person.name }
    const press = { userId: actor.id, key: input.idempotencyKey, procedure: path, input }
    return reviseSubject(deps.prisma, { input, actor, reviser: reviserOf(granted), press })
  })
