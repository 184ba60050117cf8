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
  const fill = await Promise.all(TABLES.map((table) => fillOf(pool, table)))
  await pool.query([`TRUNCATE ${TABLES.join(', ')}`, ...fill].join(';')) // several statements at once are one transaction
}

/** Every column but those that PostgreSQL makes itself. */
async function fillOf(pool: Pool, table: string): Promise<string> {
  const { rows } = await pool.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  )
  const columns = rows[0]?.columns ?? ''
  return `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${copyOf(table)}`
}
