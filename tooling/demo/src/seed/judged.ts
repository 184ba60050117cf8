import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'

const STALLED_AFTER_MS = 60_000

/** What the judge has not looked at yet: news of the stream, and subjects in its queue; `failed` ones wait for another build. */
const LEFT = `
  SELECT (SELECT count(*) FROM chunk, judge WHERE judged_to IS NULL OR stamp > judged_to)::int AS news,
         (SELECT count(*) FROM judge_queue WHERE failed IS NULL)::int AS queued`

/**
 * Waits until the judge has judged all that is applied: a status bears the moment at which it was made, so the demo's
 * clock must not go on before it.
 * @throws when nothing moved for a minute
 */
export async function waitUntilJudged(pool: Pool): Promise<void> {
  let best = Number.POSITIVE_INFINITY
  let moved = Date.now()
  for (;;) {
    const { rows } = await pool.query<{ news: number; queued: number }>(LEFT)
    const left = (rows[0]?.news ?? 0) + (rows[0]?.queued ?? 0)
    if (left === 0) return
    if (left < best) [best, moved] = [left, Date.now()]
    if (Date.now() - moved > STALLED_AFTER_MS) throw new Error(`the judge stands still: ${left} left`)
    await delay(15)
  }
}
