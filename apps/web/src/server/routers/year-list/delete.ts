import { DeleteYearList } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asDrafter, DRAFTERS } from './access'

export const deleteList = memberProcedure
  .meta({ access: DRAFTERS })
  .input(DeleteYearList)
  .output(DoneResult)
  .mutation((call) => {
    const { reason, expectedVersion: list } = call.input
    return asDrafter(call, { type: 'delete', reason }, { list })
  })
