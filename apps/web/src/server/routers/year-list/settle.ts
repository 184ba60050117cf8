import { SettleItem } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asDrafter, DRAFTERS } from './access'

export const settle = memberProcedure
  .meta({ access: DRAFTERS })
  .input(SettleItem)
  .output(DoneResult)
  .mutation((call) => {
    const { item, how, reason } = call.input
    return asDrafter(
      call,
      { type: 'settle', item, how, reason },
      { items: [{ item: call.input.item, version: call.input.expectedVersion }] },
    )
  })
