import { createYearList } from '@lianxi/db/year-list/create-list'
import { refuse } from '@lianxi/domain/report/refusal'
import { CreateYearList } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { DRAFTERS, speaker } from './access'

export const create = memberProcedure
  .meta({ access: DRAFTERS })
  .input(CreateYearList)
  .output(DoneResult)
  .mutation(async ({ ctx: { deps, granted }, input, path }) => {
    const { body, region } = speaker(granted, input.region)
    if (region !== input.region) return { ok: false, refusal: refuse('list-not-yours') }
    return createYearList(deps.prisma, { input, body, ...acting(granted, input, path) })
  })
