import type { Pool } from 'pg'
import { waitUntilNothingIsLeft } from './nothing-left'

type Standing = { unpublished: number; unapplied: number; refused: string[]; parked: string[] }

/**
 * Waits until everything in the outbox after `since` is published and applied by the worker.
 * @throws when an event was refused by the broker or parked by the worker, or nothing moved for a minute
 */
export async function waitUntilApplied(pool: Pool, since: string): Promise<void> {
  await waitUntilNothingIsLeft(
    async () => {
      const standing = await readStanding(pool, since)
      if (standing.refused.length > 0) throw new Error(`events were refused: ${standing.refused.join('; ')}`)
      if (standing.parked.length > 0) throw new Error(`events were parked: ${standing.parked.join('; ')}`)
      return [standing.unpublished, standing.unapplied]
    },
    ([unpublished, unapplied]) =>
      `the worker stands still: ${unpublished} events unpublished, ${unapplied} not applied`,
  )
}

async function readStanding(pool: Pool, since: string): Promise<Standing> {
  const { rows } = await pool.query<Standing>(
    `SELECT (count(*) FILTER (WHERE o.published_at IS NULL))::int AS unpublished,
            (count(*) FILTER (WHERE i.event_id IS NULL))::int AS unapplied,
            coalesce(array_agg(o.refused_reason) FILTER (WHERE o.refused_reason IS NOT NULL), '{}') AS refused,
            coalesce((SELECT array_agg(p.topic || ' ' || p.reason || ' ' || p.detail) FROM parked_message p
                      WHERE p.parked_at >= (SELECT min(created_at) FROM outbox WHERE id > $1)), '{}') AS parked
     FROM outbox o LEFT JOIN ingested_event i ON i.topic = o.topic AND i.event_id = o.event_id
     WHERE o.id > $1`,
    [since],
  )
  const [row] = rows
  if (row === undefined) throw new Error('the outbox gave no answer')
  return row
}

/** The newest row of the outbox, to wait for what follows it. */
export async function lastOutboxId(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`SELECT coalesce(max(id), 0)::text AS id FROM outbox`)
  return rows[0]?.id ?? '0'
}
