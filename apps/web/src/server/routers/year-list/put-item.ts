import { PutItem } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asDrafter, DRAFTERS } from './access'

export const putItem = memberProcedure
  .meta({ access: DRAFTERS })
  .input(PutItem)
  .output(DoneResult)
  .mutation((call) => {
    const { item, content, expectedVersion: version } = call.input
    return asDrafter(call, { type: 'put-item', item, content }, { items: item === null ? [] : [{ item, version }] })
  })
