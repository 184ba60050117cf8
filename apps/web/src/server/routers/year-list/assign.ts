import { AssignItems } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asRegion, SPEAKERS } from './access'

export const assign = memberProcedure
  .meta({ access: SPEAKERS })
  .input(AssignItems)
  .output(DoneResult)
  .mutation((call) => {
    const { items, body, reports, person } = call.input
    const seen = items.map(({ item, expectedVersion: version }) => ({ item, version }))
    return asRegion(call, { type: 'assign', items: seen.map(({ item }) => item), body, reports, person }, seen)
  })
