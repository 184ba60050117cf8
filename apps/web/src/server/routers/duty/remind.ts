import { remindBody } from '@lianxi/db/duty/remind'
import { RemindBody } from '@lianxi/schema/commands/extension'
import { DoneResult } from '@lianxi/schema/views/result'
import { memberProcedure } from '../../trpc'

/** The secretariat reminds a body by hand: a notice, and by mail or messenger where the body has one. */
export const remind = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(RemindBody)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const actor = { id: granted.person.id, name: granted.person.name }
    const press = { userId: actor.id, key: input.idempotencyKey, procedure: path, input }
    return remindBody(deps.prisma, { input, actor, press })
  })
