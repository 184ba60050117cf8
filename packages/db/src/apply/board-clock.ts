import type { ClientBase } from 'pg'

const TICK = `
  UPDATE board_clock SET last_stamp = greatest(coalesce($2::timestamptz, clock()), last_stamp + interval '1 microsecond'), events = events + $1
  WHERE id = 1
  RETURNING to_char(last_stamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS stamp`

/**
 * Takes the board: from here to COMMIT this transaction is the only writer, so stamps are commit order and the past
 * never changes. A stamp is domain time in text, with its microseconds. `events` are added to the board's total.
 * @param moment in place of the clock's, when old messages are read again; never before the last stamp
 */
export async function takeBoardInTx(tx: ClientBase, events: number, moment?: Date): Promise<string> {
  const { rows } = await tx.query<{ stamp: string }>(TICK, [events, moment ?? null])
  const [row] = rows
  if (row === undefined) throw new Error('board_clock has no row: the database is not migrated')
  return row.stamp
}
