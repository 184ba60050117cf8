import type { Pool } from 'pg'

/** Below this the planner's guesses cost nothing. */
const FIRST = 1_000

/** Call it behind each commit with the events it brought. */
export type Statistics = { grownBy: (events: number) => Promise<void> }

/**
 * Keeps the planner's statistics young while a board fills up: made anew whenever as many events again have come as
 * the board has. Autovacuum looks once a minute, and a backlog is worked off faster than that.
 * @param board the schema in which the pool finds the board's tables
 */
export function createStatistics(pool: Pool, board: 'board' | 'board_next'): Statistics {
  let seen = 0
  let next = FIRST
  return {
    grownBy: async (events) => {
      seen += events
      if (seen < next) return
      next = seen * 2
      // Committed is committed: what is wrong with the database the next chunk will tell.
      await refresh().catch(() => undefined)
    },
  }

  async function refresh(): Promise<void> {
    await pool.query('SELECT public.refresh_statistics($1)', [board])
    // What another process brought counts too; a board that is being rebuilt has what was counted here.
    if (board === 'board') next = seen + Math.max(seen, await countEvents(pool))
  }
}

async function countEvents(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ events: string }>('SELECT events FROM board_clock')
  return Number(rows[0]?.events ?? 0)
}
