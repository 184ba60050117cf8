import type { Pool } from 'pg'

/** The board's tables that cells depend on. */
const TABLES = ['subject', 'item', 'duty', 'period', 'verdict', 'library', 'extension', 'progress'] as const

/** Nothing has ever arrived. */
export async function emptyBoard(admin: Pool): Promise<void> {
  await admin.query(`TRUNCATE ingested_event, chunk, consumer_offset, parked_message, parked_command, parked_command_item,
    board.figures, ${TABLES.flatMap((table) => [`board.${table}`, `board.${table}_history`]).join(', ')}`)
}

/** Every current row without the stamp of its commit: what must not depend on the order of arrival. */
export async function boardRows(admin: Pool): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {}
  for (const table of [...TABLES, 'figures']) {
    const found = await admin.query<{ row: unknown }>(
      `SELECT to_jsonb(t) - 'valid_from' AS row FROM board.${table} t ORDER BY to_jsonb(t) - 'valid_from'`,
    )
    rows[table] = found.rows.map(({ row }) => row)
  }
  return rows
}

/** SQL that finds intervals of one key that overlap, or are empty or without an end. */
export const OVERLAPS = TABLES.map(
  (table) => `
  SELECT '${table}' AS name FROM board.${table}_history h
  WHERE isempty(h.valid) OR upper_inf(h.valid) OR lower_inf(h.valid)
  UNION ALL
  SELECT '${table}' FROM board.${table}_history a JOIN board.${table}_history b
    ON to_jsonb(a) <> to_jsonb(b) AND a.valid && b.valid AND ${sameKey(table)}
  UNION ALL
  SELECT '${table}' FROM board.${table}_history a JOIN board.${table} b
    ON upper(a.valid) > b.valid_from AND ${sameKey(table)}`,
).join(' UNION ALL ')

function sameKey(table: (typeof TABLES)[number]): string {
  const keys = {
    ...{
      library: 'zone code',
      subject: 'zone code',
      item: 'zone code',
      duty: 'zone subject region year',
      period: 'zone period',
      extension: 'zone period body subject',
    },
    ...{ verdict: '', progress: '' },
  }[table]
  return (keys === '' ? 'zone subject region period' : keys)
    .split(' ')
    .map((key) => `a.${key} = b.${key}`)
    .join(' AND ')
}
