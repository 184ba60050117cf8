import type { Pool } from 'pg'

/** What waits in the worker's own tables: for the broker (outbox) and for a person (refused events, parked messages). */
export type Backlog = { oldestUnpublishedAt: Date | null; unpublished: number; refused: number; parked: number }

const BACKLOG = `
  SELECT min(created_at) FILTER (WHERE refused_reason IS NULL) AS oldest,
         count(*) FILTER (WHERE refused_reason IS NULL) AS unpublished,
         count(*) FILTER (WHERE refused_reason IS NOT NULL) AS refused,
         (SELECT count(*) FROM parked_message) AS parked
  FROM outbox WHERE published_at IS NULL`

/** Counts and the age of the oldest event that is not yet published, in real time: this is health, not the board. */
export async function readBacklog(pool: Pool): Promise<Backlog> {
  const { rows } = await pool.query<{ oldest: Date | null; unpublished: string; refused: string; parked: string }>(
    BACKLOG,
  )
  const [row] = rows
  if (row === undefined) throw new Error('an aggregate without GROUP BY always has one row')
  const { oldest, unpublished, refused, parked } = row
  return {
    oldestUnpublishedAt: oldest,
    unpublished: Number(unpublished),
    refused: Number(refused),
    parked: Number(parked),
  }
}
