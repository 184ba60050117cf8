import { judgeBaseline, stateBaseline } from '@lianxi/db/baseline/handle'
import { JudgeBaseline, StateBaseline } from '@lianxi/schema/commands/baseline'
import { DoneResult } from '@lianxi/schema/views/result'
import { memberProcedure } from '../../trpc'

/** The asked body states; the secretariat is the second pair of eyes. */
export const state = memberProcedure
  .meta({ access: { roles: ['reporter', 'coordinator'], scope: 'region' } })
  .input(StateBaseline)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const { person, members } = granted
    const actor = { id: person.id, name: person.name }
    const press = { userId: actor.id, key: input.idempotencyKey, procedure: path, input }
    return stateBaseline(deps.prisma, input, { actor, press, bodies: members.map(({ body }) => body) })
  })

export const judge = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(JudgeBaseline)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const { person, members } = granted
    const [member] = members
    if (member === undefined) throw new Error('a granted call has a membership')
    const actor = { id: person.id, name: person.name }
    const press = { userId: actor.id, key: input.idempotencyKey, procedure: path, input }
    return judgeBaseline(deps.prisma, input, { actor, press, body: member.body })
  })
