import { remindBody } from '@lianxi/db/duty/remind'
import { RemindBody } from '@lianxi/schema/commands/extension'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'

/** The secretariat reminds a body by hand: a notice, and by mail or messenger where the body has one. */
export const remind = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(RemindBody)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    remindBody(deps.prisma, { input, ...acting(granted, input, path) }),
  )
