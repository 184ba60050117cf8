import { RemoveItem } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asDrafter, DRAFTERS } from './access'

export const removeItem = memberProcedure
  .meta({ access: DRAFTERS })
  .input(RemoveItem)
  .output(DoneResult)
  .mutation((call) =>
    asDrafter(
      call,
      { type: 'remove-item', item: call.input.item },
      { items: [{ item: call.input.item, version: call.input.expectedVersion }] },
    ),
  )
