import { judgeBaseline, stateBaseline } from '@lianxi/db/baseline/handle'
import { JudgeBaseline, StateBaseline } from '@lianxi/schema/commands/baseline'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { judgingBody } from '../report/judging'

/** The asked body states; the secretariat is the second pair of eyes. */
export const state = memberProcedure
  .meta({ access: { roles: ['reporter', 'coordinator'], scope: 'region' } })
  .input(StateBaseline)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const bodies = granted.members.map(({ body }) => body)
    return stateBaseline(deps.prisma, input, { ...acting(granted, input, path), bodies })
  })

export const judge = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(JudgeBaseline)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    judgeBaseline(deps.prisma, input, { ...acting(granted, input, path), body: judgingBody(granted) }),
  )
