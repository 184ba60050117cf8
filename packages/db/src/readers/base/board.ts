import { DUTY, EXTENSION, FACT, ITEM, LIBRARY, PERIOD, SUBJECT, VERDICT } from '../../apply/tables'
import { PROGRESS } from '../../apply/write-cells'
import type { VersionedTable } from '../../apply/write-versioned'
import { STATUS } from '../../judge/write-status'
import { raw, type Sql, sql } from '../../client'

type TableName =
  | 'fact'
  | 'subject'
  | 'item'
  | 'duty'
  | 'period'
  | 'verdict'
  | 'library'
  | 'extension'
  | 'progress'
  | 'status'
/**
 * The board's tables as a reader finds them: as they stand (`asOf` null), or as they stood at a stamp. Both have the
 * same columns, so a reader is written once. Each use in FROM needs an alias.
 */
export type Board = { asOf: string | null } & Record<TableName, Sql>

/** The board a page shows, and the one it is compared with. */
export type Boards = { board: Board; compared: Board | null }

export const CURRENT: Board = {
  asOf: null,
  fact: sql`board.fact`,
  subject: sql`board.subject`,
  item: sql`board.item`,
  duty: sql`board.duty`,
  period: sql`board.period`,
  verdict: sql`board.verdict`,
  library: sql`board.library`,
  extension: sql`board.extension`,
  progress: sql`board.progress`,
  status: sql`public.status`,
}

/**
 * A row of a table's history stood at a stamp. Of cells and statuses there are many rows a period: bounds are compared
 * in the index before a row is fetched (`…_history_period`); the small tables have an index of ranges.
 */
export const stoodAt = (table: TableName, stamp: string): Sql =>
  table === 'progress' || table === 'status'
    ? sql`lower(valid) <= ${stamp}::timestamptz AND upper(valid) > ${stamp}::timestamptz`
    : sql`valid @> ${stamp}::timestamptz`

/**
 * The board at a stamp: rows that stood then and still stand, and what rows were before they were changed. An interval
 * ends where the next begins, so each key has at most one row; PostgreSQL pushes a reader's conditions into both halves.
 */
export function boardAt(stamp: string): Board {
  const at = (of: TableName, { name, keys, columns }: VersionedTable, schema: 'board' | 'public' = 'board'): Sql => {
    const all = raw([...keys, ...columns].join(', '))
    const table = raw(`${schema}.${name}`)
    return sql`(SELECT ${all}, valid_from FROM ${table} WHERE valid_from <= ${stamp}::timestamptz
      UNION ALL
      SELECT ${all}, lower(valid) FROM ${table}_history WHERE ${stoodAt(of, stamp)})`
  }
  return {
    asOf: stamp,
    fact: at('fact', FACT),
    subject: at('subject', SUBJECT),
    item: at('item', ITEM),
    duty: at('duty', DUTY),
    period: at('period', PERIOD),
    verdict: at('verdict', VERDICT),
    library: at('library', LIBRARY),
    extension: at('extension', EXTENSION),
    progress: at('progress', PROGRESS),
    status: at('status', STATUS, 'public'),
  }
}
