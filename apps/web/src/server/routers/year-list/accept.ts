import { AcceptItems } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asRegion, SPEAKERS } from './access'

export const accept = memberProcedure
  .meta({ access: SPEAKERS })
  .input(AcceptItems)
  .output(DoneResult)
  .mutation((call) => {
    const seen = call.input.items.map(({ item, expectedVersion: version }) => ({ item, version }))
    return asRegion(call, { type: 'accept', items: seen.map(({ item }) => item) }, seen)
  })
