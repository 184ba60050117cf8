import { addHookInTx } from '@lianxi/db/notice/hooks'
import { AddHook } from '@lianxi/schema/commands/hook'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

/** The secret is in no answer and no audit entry: it was shown where it was drawn. */
export const addHook = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(AddHook)
  .output(DoneResult)
  .mutation((call) => {
    const { zone, body, url, secret, idempotencyKey } = call.input
    const by = call.ctx.granted.person.id
    const run = (tx: Parameters<typeof addHookInTx>[0]) => addHookInTx(tx, { zone, body, url, secret }, by)
    return administer(call, { detail: { zone, body, url }, run }, { zone, body, url, idempotencyKey })
  })
