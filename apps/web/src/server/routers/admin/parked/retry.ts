import type { Tx } from '@lianxi/db/client'
import { askForParkedInTx } from '@lianxi/db/parked/ask'
import { RetryParked } from '@lianxi/schema/commands/parked'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

export const retryParked = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(RetryParked)
  .output(DoneResult)
  .mutation((call) => {
    const { person } = call.ctx.granted
    const { selection } = call.input
    const run = (tx: Tx) => askForParkedInTx(tx, person, { kind: 'retry', selection, reason: null })
    return administer(call, { detail: {}, run }, { selection })
  })
