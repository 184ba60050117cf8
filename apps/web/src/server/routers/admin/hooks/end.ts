import { endHookInTx } from '@lianxi/db/notice/hooks'
import { EndHook } from '@lianxi/schema/commands/hook'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

export const endHook = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(EndHook)
  .output(DoneResult)
  .mutation((call) => administer(call, { detail: {}, run: (tx) => endHookInTx(tx, call.input.id) }, call.input))
