import { requestIssueInTx } from '@lianxi/db/broker/request-credential'
import { IssueCredential } from '@lianxi/schema/commands/broker'
import { newKafkaPassword, scramVerifier } from '@lianxi/schema/scram'
import { IssueResult } from '@lianxi/schema/views/channels'
import { memberProcedure } from '../../../trpc'
import { ADMINISTRATORS, administer } from '../access'

/** The clear password leaves in this answer only: neither the command, the audit nor the kept answer of the press has it. */
export const issueCredential = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(IssueCredential)
  .output(IssueResult)
  .mutation(async (call) => {
    const { region, slot, replace } = call.input
    const { id, name } = call.ctx.granted.person
    const password = newKafkaPassword()
    const verifier = await scramVerifier(password)
    let asked = false
    const done = await administer(
      call,
      {
        object: `region-${region}-${slot}`,
        detail: { replace },
        run: async (tx) => {
          const result = await requestIssueInTx(tx, { region, slot, replace }, verifier, { id, name })
          asked = result.ok
          return result
        },
      },
      call.input,
    )
    return { done, user: done.ok ? done.id : null, password: asked && done.ok ? password : null }
  })
