import type { createPool } from '@lianxi/db/pool'

type Pool = ReturnType<typeof createPool>

const BOARD = ['fact', 'subject', 'item', 'duty', 'period', 'progress']
/** The fence first: who restores beside a worker takes locks in the worker's order. */
const TABLES = [
  ...['consumer_offset', 'ingested_event', 'chunk', 'parked_message', 'message_attempt', 'board_clock'],
  'board.figures',
  ...BOARD.flatMap((table) => [`board.${table}`, `board.${table}_history`]),
]
const copyOf = (table: string) => `backup.${table.replace('.', '_')}`

/** Copies what the worker writes, as a nightly backup would. Stop the worker first. */
export async function backUp(pool: Pool): Promise<void> {
  await pool.query('CREATE SCHEMA backup')
  for (const table of TABLES) await pool.query(`CREATE TABLE ${copyOf(table)} AS TABLE ${table}`)
}

/** Puts the copy back at one moment, for all who look: the database is in the past now, and nobody told Kafka. */
export async function restore(pool: Pool): Promise<void> {
  const fill = TABLES.map((table) => `INSERT INTO ${table} SELECT * FROM ${copyOf(table)}`)
  await pool.query([`TRUNCATE ${TABLES.join(', ')}`, ...fill].join(';')) // several statements at once are one transaction
}
