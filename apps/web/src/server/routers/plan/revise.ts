import { reviseSubject } from '@lianxi/db/plan-revision/revise'
import { ReviseSubject } from '@lianxi/schema/commands/plan-revision'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { PLANNERS, reviserOf } from './access'

/** One door for a revision's whole way; who may take which step, the rules decide by the zone's mechanism. */
export const revise = memberProcedure
  .meta({ access: PLANNERS })
  .input(ReviseSubject)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    reviseSubject(deps.prisma, { input, reviser: reviserOf(granted), ...acting(granted, input, path) }),
  )
