import { extendDuty } from '@lianxi/db/duty/extend'
import { ExtendDuty } from '@lianxi/schema/commands/extension'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { judgingBody } from '../report/judging'

/** Only the secretariat gives more time. */
export const extend = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(ExtendDuty)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    extendDuty(deps.prisma, { input, body: judgingBody(granted), ...acting(granted, input, path) }),
  )
