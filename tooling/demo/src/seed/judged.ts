import type { Pool } from 'pg'
import { waitUntilNothingIsLeft } from './nothing-left'

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
  await waitUntilNothingIsLeft(
    async () => {
      const { rows } = await pool.query<{ news: number; queued: number }>(LEFT)
      return [rows[0]?.news ?? 0, rows[0]?.queued ?? 0]
    },
    ([news, queued]) => `the judge stands still: ${news} chunks not looked at, ${queued} subjects queued`,
  )
}
