import { AssignItem } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/result'
import { memberProcedure } from '../../trpc'
import { asRegion, SPEAKERS } from './access'

export const assign = memberProcedure
  .meta({ access: SPEAKERS })
  .input(AssignItem)
  .output(DoneResult)
  .mutation((call) => {
    const { item, body, person } = call.input
    return asRegion(call, { type: 'assign', item, body, person }, [
      { item: call.input.item, version: call.input.expectedVersion },
    ])
  })
