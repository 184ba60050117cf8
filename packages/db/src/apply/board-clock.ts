import type { ClientBase } from 'pg'

/**
 * What a transaction that takes the board is going to write. `own`: of cells those that its topic alone reports (or
 * none): what others derived before they took the board still holds. `any`: it does not.
 */
export type Writes = 'own' | 'any'
export type Taking = {
  /** Added to the board's total. */
  events: number
  writes: Writes
  /** In place of the clock's, when old messages are read again; never before the last stamp. */
  moment?: Date | undefined
}

/** The stamp of what is written now, and the epoch it is written in. */
export type Taken = { stamp: string; epoch: string }

const TICK = `
  UPDATE board_clock SET last_stamp = greatest(coalesce($2::timestamptz, clock()), last_stamp + interval '1 microsecond'), events = events + $1,
    epoch = epoch + $3
  WHERE id = 1
  RETURNING to_char(last_stamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS stamp, epoch`

/**
 * Takes the board: from here to COMMIT this transaction is the only writer, so stamps are commit order and the past
 * never changes. A stamp is domain time in text, with its microseconds.
 */
export async function takeBoardInTx(tx: ClientBase, { events, writes, moment }: Taking): Promise<Taken> {
  const { rows } = await tx.query<Taken>(TICK, [events, moment ?? null, writes === 'any' ? 1 : 0])
  const [row] = rows
  if (row === undefined) throw new Error('board_clock has no row: the database is not migrated')
  return row
}

/** While this stays the same, only topics' own cells are written. Reads what is committed; takes nothing. */
export async function readEpochInTx(tx: ClientBase): Promise<string> {
  const { rows } = await tx.query<{ epoch: string }>('SELECT epoch FROM board_clock')
  return rows[0]?.epoch ?? ''
}
