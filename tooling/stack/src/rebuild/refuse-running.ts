import type { Pool, PoolClient } from 'pg'
import { Refusal } from '../refusal'

/**
 * Nothing is filled beside a worker that reads or writes the same.
 * @throws Refusal while one of these parts of a worker is connected to this database; `would`: what it would do
 */
export async function refuseRunning(db: Pool | PoolClient, parts: readonly string[], would: string): Promise<void> {
  const { rowCount } = await db.query(
    'SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = ANY($1)',
    [parts],
  )
  if (rowCount === 0) return
  throw new Refusal(
    `此数据库上有 worker 正在运行，请先停止它。\nA worker runs on this database: stop it first, it would ${would}.`,
  )
}
