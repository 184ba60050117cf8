import type { PartReport } from '@lianxi/schema/views/worker-state'
import type { Pool } from 'pg'

export type Reporting = { worker: string; startedAt: Date; parts: ReadonlyMap<string, PartReport> }

/**
 * Writes what each part of this worker says of itself; the moment is the database's. Rows older than a day are those of
 * processes long gone.
 */
export async function writeWorkerState(pool: Pool, { worker, startedAt, parts }: Reporting): Promise<void> {
  await pool.query(
    `WITH gone AS (DELETE FROM worker_state WHERE seen_at < clock_timestamp() - interval '1 day' AND worker <> $1)
     INSERT INTO worker_state (worker, part, started_at, state)
     SELECT $1, p.part, $2, p.state FROM unnest($3::text[], $4::jsonb[]) AS p (part, state)
     ON CONFLICT (worker, part) DO UPDATE SET state = excluded.state, seen_at = clock_timestamp()`,
    [worker, startedAt, [...parts.keys()], [...parts.values()].map((report) => JSON.stringify(report))],
  )
}
