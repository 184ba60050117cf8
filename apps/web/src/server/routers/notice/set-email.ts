import { auditInTx } from '@lianxi/db/people/accounts'
import { SetNoticeEmail } from '@lianxi/schema/commands/account'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { signedInProcedure } from '../../trpc'

/** Where one's own notices go by mail. Saying it twice is saying it once, so it carries no key. */
export const setEmail = signedInProcedure
  .meta({ access: 'signed-in' })
  .input(SetNoticeEmail)
  .output(DoneResult)
  .mutation(async ({ ctx: { deps, person }, input: { email }, path }) => {
    const { id, name } = person
    await deps.prisma.$transaction(async (tx) => {
      await tx.user.updateMany({ where: { id }, data: { noticeEmail: email } })
      await auditInTx(tx, { id, name }, path, id, { set: email !== null })
    })
    return { ok: true, id }
  })
