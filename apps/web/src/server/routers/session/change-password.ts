import { auditInTx } from '@lianxi/db/people/accounts'
import { forgetAttempts, takeAttempt } from '@lianxi/db/people/login-attempts'
import { refuse } from '@lianxi/domain/report/refusal'
import { ChangePassword, Password } from '@lianxi/schema/commands/account'
import { DoneResult, type RefusalCode } from '@lianxi/schema/views/refusal'
import { TRPCError } from '@trpc/server'
import { isAPIError } from 'better-auth/api'
import type { Context } from '../../context'
import { signedInProcedure } from '../../trpc'

/** What can be said without looking at the stored password, so it costs no attempt. Equal as they would be hashed. */
function findFault({ current, password }: ChangePassword): RefusalCode | undefined {
  if (!Password.safeParse(password).success) return 'password-short'
  return current.normalize('NFKC') === password.normalize('NFKC') ? 'password-same' : undefined
}

/** Changes it if the current one is right. Every session ends; the one that asked goes on under a new cookie. */
async function change({ deps, headers, answer }: Context, input: ChangePassword): Promise<'changed' | 'wrong'> {
  const body = { currentPassword: input.current, newPassword: input.password, revokeOtherSessions: true }
  try {
    const changed = await deps.auth.api.changePassword({ body, headers, returnHeaders: true })
    for (const cookie of changed.headers.getSetCookie()) answer.append('set-cookie', cookie)
    return 'changed'
  } catch (error) {
    if (!isAPIError(error)) throw error
    if (error.body?.code === 'INVALID_PASSWORD') return 'wrong'
    // The session ended between the look at it and now, by another change or an administrator.
    if (error.statusCode === 401) throw new TRPCError({ code: 'UNAUTHORIZED', cause: error })
    throw error
  }
}

/**
 * One's own password. It carries no idempotency key: the first press ends the session that a second would come with,
 * so the second is refused whatever it says.
 */
export const changePassword = signedInProcedure
  .meta({ access: 'signed-in' })
  .input(ChangePassword)
  .output(DoneResult)
  .mutation(async ({ ctx, input, path }) => {
    const { deps, person } = ctx
    const { prisma, env, log } = deps
    const { id, name, username } = person
    const fault = findFault(input)
    if (fault !== undefined) return { ok: false, refusal: refuse(fault, 'password') }
    // The login's own count: else whoever finds a screen unlocked could guess here without end.
    const limit = { max: env.LOGIN_MAX_ATTEMPTS, windowSeconds: env.LOGIN_WINDOW_SECONDS }
    if ((await takeAttempt(prisma, username, limit)) > 0) {
      log.warn({ username }, 'password change locked')
      return { ok: false, refusal: refuse('too-many-attempts') }
    }
    if ((await change(ctx, input)) === 'wrong') return { ok: false, refusal: refuse('password-wrong', 'current') }
    await prisma.$transaction(async (tx) => {
      await forgetAttempts(tx, username)
      await auditInTx(tx, { id, name }, path, id, {})
    })
    log.info({ username }, 'password changed')
    return { ok: true, id }
  })
