import { enterSeriesValue, keepIndicator, stateSeriesSource } from '@lianxi/db/indicator/keep'
import { EnterSeriesValue, KeepIndicator, StateSeriesSource } from '@lianxi/schema/commands/indicator'
import { DoneResult } from '@lianxi/schema/views/refusal'
import type { Access } from '../../access'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { judgingBody } from '../report/judging'

/** Indicators are common to all plans of a zone. */
const KEEPERS: Access = { roles: ['secretariat'], scope: 'zone' }

export const keep = memberProcedure
  .meta({ access: KEEPERS })
  .input(KeepIndicator)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    keepIndicator(deps.prisma, input, { ...acting(granted, input, path), body: judgingBody(granted) }),
  )

export const enterSeries = memberProcedure
  .meta({ access: KEEPERS })
  .input(EnterSeriesValue)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    enterSeriesValue(deps.prisma, input, { ...acting(granted, input, path), body: judgingBody(granted) }),
  )

export const stateSource = memberProcedure
  .meta({ access: KEEPERS })
  .input(StateSeriesSource)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    stateSeriesSource(deps.prisma, input, { ...acting(granted, input, path), body: judgingBody(granted) }),
  )
