import { sayOfMeeting } from '@lianxi/db/meeting/say'
import { SayOfMeeting } from '@lianxi/schema/commands/meeting'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { judgingBody } from '../report/judging'

/** The secretariat records a joint meeting, puts an entry right or takes it back. */
export const say = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(SayOfMeeting)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    sayOfMeeting(deps.prisma, input, { ...acting(granted, input, path), body: judgingBody(granted) }),
  )
