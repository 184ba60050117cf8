import { type Reading, sql } from '../client'

/** Offices sit behind one address, so what is limited is the account: `max` attempts in `windowSeconds`. */
export type LoginLimit = { max: number; windowSeconds: number }

/**
 * Takes one attempt of this account before the password is looked at, so that a hundred at once are no way around it.
 * A success gives them all back. Names that do not exist are counted alike. Real time: a demo's clock locks nobody out.
 * @returns seconds until the account may try again; 0: go on
 */
export async function takeAttempt(db: Reading, username: string, limit: LoginLimit): Promise<number> {
  const window = sql`make_interval(secs => ${limit.windowSeconds})`
  const [row] = await db.$queryRaw<{ failures: number; seconds: number }[]>(sql`
    INSERT INTO login_attempt AS a (username, failures, window_start)
    VALUES (${username.toLowerCase()}, 1, clock_timestamp())
    ON CONFLICT (username) DO UPDATE SET
      failures = CASE WHEN a.window_start + ${window} < clock_timestamp() THEN 1 ELSE a.failures + 1 END,
      window_start = CASE WHEN a.window_start + ${window} < clock_timestamp() THEN clock_timestamp()
        ELSE a.window_start END
    RETURNING failures, ceil(extract(epoch FROM window_start + ${window} - clock_timestamp()))::int AS seconds`)
  if (row === undefined) throw new Error('the attempt was not counted')
  return row.failures > limit.max ? Math.max(1, row.seconds) : 0
}

export async function forgetAttempts(db: Reading, username: string): Promise<void> {
  await db.loginAttempt.deleteMany({ where: { username: username.toLowerCase() } })
}
