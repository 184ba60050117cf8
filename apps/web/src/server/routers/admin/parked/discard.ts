import type { Tx } from '@lianxi/db/client'
import { askForParkedInTx } from '@lianxi/db/parked/ask'
import { DiscardParked } from '@lianxi/schema/commands/parked'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

export const discardParked = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(DiscardParked)
  .output(DoneResult)
  .mutation((call) => {
    const { person } = call.ctx.granted
    const { selection, reason } = call.input
    const run = (tx: Tx) => askForParkedInTx(tx, person, { kind: 'discard', selection, reason })
    return administer(call, { detail: {}, run }, { selection, reason })
  })
