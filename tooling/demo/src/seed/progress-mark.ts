import type { Pool, PoolClient } from 'pg'

/** Marks of the seeder in the audit: a stop is marked in the transaction that writes it, so it is never written twice. */
const ACTION = 'demo.seed'
const SEEDED = 'seeded'

export async function markStopInTx(client: PoolClient, index: number, label: string): Promise<void> {
  await mark(client, String(index), label)
}

export async function markSeeded(pool: Pool): Promise<void> {
  if (!(await isSeeded(pool))) await mark(pool, SEEDED, '')
}

async function mark(client: Pool | PoolClient, object: string, label: string): Promise<void> {
  await client.query(
    `INSERT INTO audit_entry (at, actor_name, action, object, detail) VALUES (clock(), '演示数据', $1, $2, $3)`,
    [ACTION, object, JSON.stringify({ label })],
  )
}

export async function isSeeded(pool: Pool): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM audit_entry WHERE action = $1 AND object = $2', [ACTION, SEEDED])
  return rowCount !== 0
}

/** Index of the last stop that was written; −1 before the first. */
export async function lastMarkedStop(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ last: number | null }>(
    `SELECT max(object::int) AS last FROM audit_entry WHERE action = $1 AND object <> $2`,
    [ACTION, SEEDED],
  )
  return rows[0]?.last ?? -1
}
