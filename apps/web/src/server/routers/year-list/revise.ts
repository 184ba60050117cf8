import { ReviseItem } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asDrafter, DRAFTERS } from './access'

export const revise = memberProcedure
  .meta({ access: DRAFTERS })
  .input(ReviseItem)
  .output(DoneResult)
  .mutation((call) => {
    const { item, content, from, reason, basis, on } = call.input
    return asDrafter(
      call,
      { type: 'revise', item, content, from, reason, basis, on },
      { items: [{ item: call.input.item, version: call.input.expectedVersion }] },
    )
  })
