import { extendDuty } from '@lianxi/db/duty/extend'
import { ExtendDuty } from '@lianxi/schema/commands/extension'
import { DoneResult } from '@lianxi/schema/views/result'
import { memberProcedure } from '../../trpc'
import { judgingBody } from '../report/judging'

/** Only the secretariat gives more time. */
export const extend = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(ExtendDuty)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const actor = { id: granted.person.id, name: granted.person.name }
    const press = { userId: actor.id, key: input.idempotencyKey, procedure: path, input }
    return extendDuty(deps.prisma, { input, actor, body: judgingBody(granted), press })
  })
