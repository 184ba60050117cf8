import type { createPool } from '@lianxi/db/pool'

type Pool = ReturnType<typeof createPool>

/** A cell as the board's pages read it. */
export type BoardCell = {
  subject: string
  period: string
  state: string
  value: string | null
  reports: number
  event_id: string | null
  conflict: boolean
  late: boolean
}

export async function readCells(pool: Pool): Promise<BoardCell[]> {
  const { rows } = await pool.query<BoardCell>(
    `SELECT subject, period, state, value::text AS value, reports, event_id, conflict, late
     FROM board.progress ORDER BY subject, period`,
  )
  return rows
}

/** Every row of the board's current tables without the moment of its commit: what must not depend on arrival. */
export async function readBoard(pool: Pool): Promise<Record<string, unknown[]>> {
  const board: Record<string, unknown[]> = {}
  for (const table of ['fact', 'subject', 'item', 'duty', 'period', 'progress', 'figures']) {
    const { rows } = await pool.query<{ row: unknown }>(
      `SELECT to_jsonb(t) - 'valid_from' AS row FROM board.${table} t ORDER BY 1`,
    )
    board[table] = rows.map(({ row }) => row)
  }
  return board
}

export type ParkedRow = { topic: string; offset: string; reason: string }
export async function readParked(pool: Pool): Promise<ParkedRow[]> {
  const { rows } = await pool.query<ParkedRow>(
    `SELECT topic, "offset", reason FROM parked_message ORDER BY topic, "offset"`,
  )
  return rows
}

/** Figures that a second delivery must not change. */
export async function readCounts(pool: Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<Record<string, string>>(
    `SELECT (SELECT count(*) FROM ingested_event) AS events, (SELECT count(*) FROM parked_message) AS parked,
            (SELECT count(*) FROM board.progress) AS cells, (SELECT count(*) FROM board.progress_history) AS history,
            (SELECT coalesce(sum(events), 0) FROM chunk) AS folded`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('a query of counts always has one row')
  return row
}
