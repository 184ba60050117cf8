import { OpenConsultation } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asDrafter, DRAFTERS } from './access'

export const openConsultation = memberProcedure
  .meta({ access: DRAFTERS })
  .input(OpenConsultation)
  .output(DoneResult)
  .mutation((call) => asDrafter(call, { type: 'open-consultation' }, { list: call.input.expectedVersion }))
