import { requestRevokeInTx } from '@lianxi/db/broker/request-credential'
import { RevokeCredential } from '@lianxi/schema/commands/broker'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

export const revokeCredential = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(RevokeCredential)
  .output(DoneResult)
  .mutation((call) => {
    const { region, slot, reason } = call.input
    const { id, name } = call.ctx.granted.person
    const work = {
      object: `region-${region}-${slot}`,
      detail: { reason },
      run: (tx: Parameters<typeof requestRevokeInTx>[0]) =>
        requestRevokeInTx(tx, { region, slot, reason }, { id, name }),
    }
    return administer(call, work, call.input)
  })
