import { withdrawExtension } from '@lianxi/db/duty/withdraw'
import { WithdrawExtension } from '@lianxi/schema/commands/extension'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { judgingBody } from '../report/judging'

/** Who gives more time takes it back, where it was a mistake. */
export const withdraw = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(WithdrawExtension)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    withdrawExtension(deps.prisma, { input, body: judgingBody(granted), ...acting(granted, input, path) }),
  )
