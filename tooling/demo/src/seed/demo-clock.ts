import type { Pool } from 'pg'

/**
 * Moves domain time. The demo's clock only goes forward: stamps of the board are commit order, and a moment before the
 * last one would be pushed behind it.
 */
export async function moveDemoClock(pool: Pool, moment: Date): Promise<void> {
  await pool.query(
    `INSERT INTO demo_clock (id, moment) VALUES (1, $1)
     ON CONFLICT (id) DO UPDATE SET moment = greatest(demo_clock.moment, excluded.moment)`,
    [moment],
  )
}
