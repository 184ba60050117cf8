import type { Pool } from 'pg'

/** What waits: for the broker (outbox), for a person (refused events, parked messages), for its other half (waiting). */
export type Backlog = {
  oldestUnpublishedAt: Date | null
  unpublished: number
  refused: number
  /** Open parked messages by reason. */
  parked: Readonly<Record<string, number>>
  /** Cells of the board whose duty or period is not known yet. */
  waiting: number
}

const BACKLOG = `
  SELECT min(created_at) FILTER (WHERE refused_reason IS NULL) AS oldest,
         count(*) FILTER (WHERE refused_reason IS NULL)::int AS unpublished,
         count(*) FILTER (WHERE refused_reason IS NOT NULL)::int AS refused,
         (SELECT coalesce(jsonb_object_agg(reason, n), '{}')
            FROM (SELECT reason, count(*)::int AS n FROM parked_message WHERE state = 'open' GROUP BY reason) AS p) AS parked,
         (SELECT count(*)::int FROM board.progress WHERE waiting) AS waiting
  FROM outbox WHERE published_at IS NULL`

/** Counts and the age of the oldest event that is not yet published, in real time: this is health, not the board. */
export async function readBacklog(pool: Pool): Promise<Backlog> {
  const { rows } = await pool.query<Omit<Backlog, 'oldestUnpublishedAt'> & { oldest: Date | null }>(BACKLOG)
  const [row] = rows
  if (row === undefined) throw new Error('an aggregate without GROUP BY always has one row')
  const { oldest, ...counts } = row
  return { oldestUnpublishedAt: oldest, ...counts }
}
