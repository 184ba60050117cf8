import { answerAsk, askExtension, takeBackAsk } from '@lianxi/db/duty/ask'
import { readOfficeAsks } from '@lianxi/db/readers/duty/extension-asks'
import { AnswerAsk, ExtendDuty, TakeBackAsk } from '@lianxi/schema/commands/extension'
import { OfficeAsks, OfficeAsksInput } from '@lianxi/schema/views/extension-ask'
import { DoneResult } from '@lianxi/schema/views/refusal'
import type { Access, Granted } from '../../access'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { judgingBody } from '../report/judging'

const OFFICE: Access = { roles: ['reporter', 'approver', 'coordinator'], scope: 'region' }

/** For which bodies somebody may ask: his own; who coordinates the region, for all in it (null). */
const bodiesOf = ({ members }: Granted): string[] | null =>
  members.some(({ role }) => role === 'coordinator') ? null : members.map(({ body }) => body)

export const asks = memberProcedure
  .meta({ access: OFFICE })
  .input(OfficeAsksInput)
  .output(OfficeAsks)
  .query(({ ctx: { deps, granted }, input }) => readOfficeAsks(deps.prisma, { ...input, bodies: bodiesOf(granted) }))

export const ask = memberProcedure
  .meta({ access: OFFICE })
  .input(ExtendDuty)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    askExtension(deps.prisma, { input, bodies: bodiesOf(granted), ...acting(granted, input, path) }),
  )

export const takeBack = memberProcedure
  .meta({ access: OFFICE })
  .input(TakeBackAsk)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    takeBackAsk(deps.prisma, { input, bodies: bodiesOf(granted), ...acting(granted, input, path) }),
  )

/** Only the secretariat gives more time, and says why it does not. */
export const answer = memberProcedure
  .meta({ access: { roles: ['secretariat'], scope: 'zone' } })
  .input(AnswerAsk)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    answerAsk(deps.prisma, { input, body: judgingBody(granted), ...acting(granted, input, path) }),
  )
