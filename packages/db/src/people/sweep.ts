import { type Database, sql } from '../client'

/** Rows removed, by table. */
export type Swept = Record<string, number>

const SWEEP_LOCK = 5_104_008
/** A repeated press comes within minutes; a form that lay in a closed laptop for a week is sent anew. */
const ANSWER_DAYS = 7

/**
 * Removes what has no use any more: answers kept for a repeated press, windows of failed logins, sessions and
 * verifications that ran out, counts of the address limit. Real time. Of several web processes one does it.
 * @returns undefined when another process is at it
 */
export async function sweepStale(prisma: Database): Promise<Swept | undefined> {
  return prisma.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ mine: boolean }[]>(
        sql`SELECT pg_try_advisory_xact_lock(${SWEEP_LOCK}::bigint) AS mine`,
      )
      if (lock?.mine !== true) return undefined
      return {
        idempotentAnswers: await tx.$executeRaw(
          sql`DELETE FROM idempotent_answer WHERE created_at < now() - make_interval(days => ${ANSWER_DAYS})`,
        ),
        loginAttempts: await tx.$executeRaw(
          sql`DELETE FROM login_attempt WHERE window_start < now() - interval '1 day'`,
        ),
        sessions: await tx.$executeRaw(sql`DELETE FROM session WHERE expires_at < now()`),
        verifications: await tx.$executeRaw(sql`DELETE FROM verification WHERE expires_at < now()`),
        rateLimits: await tx.$executeRaw(
          sql`DELETE FROM rate_limit WHERE last_request < extract(epoch FROM now() - interval '1 day') * 1000`,
        ),
      }
    },
    { timeout: 60_000 },
  )
}
