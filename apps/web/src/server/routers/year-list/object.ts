import { ObjectToItem } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asRegion, SPEAKERS } from './access'

export const object = memberProcedure
  .meta({ access: SPEAKERS })
  .input(ObjectToItem)
  .output(DoneResult)
  .mutation((call) => {
    const { item, kind, reason, proposal } = call.input
    return asRegion(call, { type: 'object', item, kind, reason, proposal }, [
      { item: call.input.item, version: call.input.expectedVersion },
    ])
  })
