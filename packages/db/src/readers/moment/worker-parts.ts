import { WorkerPart } from '@lianxi/schema/views/worker-state'
import { type Reading, sql } from '../../client'
import { iso } from '../base/parts'

/** Every part of every worker that told of itself within a day, the latest first. Ages are real time, the database's. */
export async function readWorkerParts(db: Reading): Promise<WorkerPart[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('worker', w.worker, 'part', w.part, 'startedAt', ${iso('w.started_at')},
      'seenSeconds', extract(epoch FROM clock_timestamp() - w.seen_at)::float, 'report', w.state) AS row
    FROM worker_state w WHERE w.seen_at > clock_timestamp() - interval '1 day' ORDER BY w.seen_at DESC, w.part`)
  return rows.map(({ row }) => WorkerPart.parse(row))
}
