import { ChangeYearList } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asDrafter, DRAFTERS } from './access'

export const change = memberProcedure
  .meta({ access: DRAFTERS })
  .input(ChangeYearList)
  .output(DoneResult)
  .mutation((call) => {
    const { name, calendar, wholes, expectedVersion: list } = call.input
    return asDrafter(call, { type: 'change', name, calendar, wholes }, { list })
  })
