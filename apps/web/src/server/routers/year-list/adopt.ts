import { AdoptYearList } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asDrafter, DRAFTERS } from './access'

export const adopt = memberProcedure
  .meta({ access: DRAFTERS })
  .input(AdoptYearList)
  .output(DoneResult)
  .mutation((call) => {
    const { basis, on, expectedVersion: list } = call.input
    return asDrafter(call, { type: 'adopt', basis, on }, { list })
  })
