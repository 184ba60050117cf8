import type { createPool } from '@lianxi/db/pool'

type Pool = ReturnType<typeof createPool>

const BOARD = ['fact', 'subject', 'item', 'duty', 'period', 'progress']
const TABLES = [
  ...['ingested_event', 'chunk', 'consumer_offset', 'parked_message', 'message_attempt', 'board_clock'],
  ...BOARD.flatMap((table) => [`board.${table}`, `board.${table}_history`]),
]
const copyOf = (table: string) => `backup.${table.replace('.', '_')}`

/** Copies what the worker writes, as a nightly backup would. Stop the worker first. */
export async function backUp(pool: Pool): Promise<void> {
  await pool.query('CREATE SCHEMA backup')
  for (const table of TABLES) await pool.query(`CREATE TABLE ${copyOf(table)} AS TABLE ${table}`)
}

/** Puts the copy back: the database is in the past now, and nobody told Kafka. */
export async function restore(pool: Pool): Promise<void> {
  for (const table of TABLES) {
    await pool.query(`TRUNCATE ${table}`)
    await pool.query(`INSERT INTO ${table} SELECT * FROM ${copyOf(table)}`)
  }
}
