import { enterSeriesValue, keepIndicator, stateSeriesSource } from '@lianxi/db/indicator/keep'
import { EnterSeriesValue, KeepIndicator, StateSeriesSource } from '@lianxi/schema/commands/indicator'
import { DoneResult } from '@lianxi/schema/views/result'
import type { Access, Granted } from '../../access'
import { memberProcedure } from '../../trpc'

/** Indicators are common to all plans of a zone. */
const KEEPERS: Access = { roles: ['secretariat'], scope: 'zone' }

type Called = { granted: Granted; path: string; input: { idempotencyKey: string } }

function acting({ granted: { person, members }, path, input }: Called) {
  const [member] = members
  if (member === undefined) throw new Error('a granted call has a membership')
  const actor = { id: person.id, name: person.name }
  return { actor, body: member.body, press: { userId: actor.id, key: input.idempotencyKey, procedure: path, input } }
}

export const keep = memberProcedure
  .meta({ access: KEEPERS })
  .input(KeepIndicator)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    keepIndicator(deps.prisma, input, acting({ granted, path, input })),
  )

export const enterSeries = memberProcedure
  .meta({ access: KEEPERS })
  .input(EnterSeriesValue)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    enterSeriesValue(deps.prisma, input, acting({ granted, path, input })),
  )

export const stateSource = memberProcedure
  .meta({ access: KEEPERS })
  .input(StateSeriesSource)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    stateSeriesSource(deps.prisma, input, acting({ granted, path, input })),
  )
