import type { ClientBase } from 'pg'

/** A row that is not the same; null where one side has none. */
export type Difference = {
  key: string[]
  stands: Record<string, unknown> | null
  rebuilt: Record<string, unknown> | null
}
export type TableComparison = {
  table: string
  /** Rows of the board as it stands, and of the rebuilt one. */
  rows: number
  rebuilt: number
  differing: number
  /** The first of them. */
  differences: Difference[]
}

const SHOWN = 3

/** A history's key is its current table's and the moment from which the row was valid. */
const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum)) AS keys,
         to_regclass(format('board.%I', c.relname || '_history')) IS NOT NULL AS versioned
  FROM pg_class c
  JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
  WHERE c.relnamespace = 'board'::regnamespace AND c.relkind = 'r'
  GROUP BY c.oid, c.relname ORDER BY c.relname`

/** Compares every row of `board` and `board_next` as one snapshot sees them, table by table. */
export async function compareBoards(client: ClientBase): Promise<TableComparison[]> {
  const { rows } = await client.query<{ name: string; keys: string[]; versioned: boolean }>(TABLES)
  const compared: TableComparison[] = []
  for (const { name, keys, versioned } of rows) {
    compared.push(await compareTable(client, name, keys))
    if (versioned) compared.push(await compareTable(client, `${name}_history`, [...keys, 'lower(valid)']))
  }
  return compared
}

async function compareTable(client: ClientBase, table: string, keys: readonly string[]): Promise<TableComparison> {
  const side = (alias: string, key: string) => key.replace(/^(lower\()?/, `$1${alias}.`)
  const equal = keys.map((key) => `${side('a', key)} = ${side('b', key)}`).join(' AND ')
  const key = keys.map((one) => `coalesce(${side('a', one)}, ${side('b', one)})::text`).join(', ')
  const { rows } = await client.query<{ total: string } & Difference>(
    `SELECT count(*) OVER () AS total, ARRAY[${key}] AS key, to_jsonb(a) AS stands, to_jsonb(b) AS rebuilt
     FROM board.${table} a FULL JOIN board_next.${table} b ON ${equal}
     WHERE a IS DISTINCT FROM b ORDER BY 2 LIMIT ${SHOWN}`,
  )
  const { rows: counted } = await client.query<{ rows: string; rebuilt: string }>(
    `SELECT (SELECT count(*) FROM board.${table}) AS rows, (SELECT count(*) FROM board_next.${table}) AS rebuilt`,
  )
  const [counts] = counted
  return {
    table,
    rows: Number(counts?.rows),
    rebuilt: Number(counts?.rebuilt),
    differing: Number(rows[0]?.total ?? 0),
    differences: rows.map(({ total: _total, ...difference }) => difference),
  }
}
