import { type Reading, sql } from '../client'

/** Offices sit behind one address, so what is limited is the account: `max` failures in `windowSeconds`. */
export type LoginLimit = { max: number; windowSeconds: number }

/** Seconds until this account may try again, or 0. Real time: a demo's clock must not lock anybody out for ever. */
export async function secondsLocked(db: Reading, username: string, limit: LoginLimit): Promise<number> {
  const [row] = await db.$queryRaw<{ seconds: number }[]>(sql`
    SELECT ceil(extract(epoch FROM window_start + make_interval(secs => ${limit.windowSeconds}) - clock_timestamp()))::int
      AS seconds
    FROM login_attempt WHERE username = ${username.toLowerCase()} AND failures >= ${limit.max}`)
  return Math.max(0, row?.seconds ?? 0)
}

/** Counts a failed login; a window that has run out begins anew. Also for names that do not exist: both look alike. */
export async function recordFailure(db: Reading, username: string, limit: LoginLimit): Promise<void> {
  await db.$executeRaw(sql`
    INSERT INTO login_attempt (username, failures, window_start) VALUES (${username.toLowerCase()}, 1, clock_timestamp())
    ON CONFLICT (username) DO UPDATE SET
      failures = CASE WHEN login_attempt.window_start + make_interval(secs => ${limit.windowSeconds}) < clock_timestamp()
        THEN 1 ELSE login_attempt.failures + 1 END,
      window_start = CASE WHEN login_attempt.window_start + make_interval(secs => ${limit.windowSeconds}) < clock_timestamp()
        THEN clock_timestamp() ELSE login_attempt.window_start END`)
}

export async function forgetFailures(db: Reading, username: string): Promise<void> {
  await db.loginAttempt.deleteMany({ where: { username: username.toLowerCase() } })
}
