import type { ClientBase } from 'pg'

/** A table of schema board whose rows are versioned: what a row was before goes into its history. */
export type VersionedTable = {
  name: string
  keys: readonly string[]
  /** All other columns but `valid_from`. */
  columns: readonly string[]
}

const list = (names: readonly string[], alias = ''): string => names.map((name) => `${alias}${name}`).join(', ')

/**
 * SQL that writes `source` (rows of the table without `valid_from`) under stamp $1: unchanged rows stay untouched, what
 * a changed row was before becomes history up to the stamp. One statement, one state a stamp; rows written under this
 * very stamp do not exist before it, because each transaction writes each table once.
 */
export function versionedWriteSql({ name, keys, columns }: VersionedTable, source: string): string {
  const all = [...keys, ...columns]
  const was = (column: string) => `(c.was).${column}`
  return `
    WITH fresh AS (${source}),
    changed AS (
      SELECT ${list(all, 'f.')}, t AS was FROM fresh f LEFT JOIN ${name} t USING (${list(keys)})
      WHERE t.valid_from IS NULL OR (${list(columns, 't.')}) IS DISTINCT FROM (${list(columns, 'f.')})),
    past AS (
      INSERT INTO ${name}_history (${list(all)}, valid)
      SELECT ${all.map(was).join(', ')}, tstzrange(${was('valid_from')}, $1::timestamptz)
      FROM changed c WHERE ${was('valid_from')} IS NOT NULL)
    INSERT INTO ${name} (${list(all)}, valid_from)
    SELECT ${list(all, 'c.')}, $1::timestamptz FROM changed c
    ON CONFLICT (${list(keys)}) DO UPDATE SET (${list(columns)}, valid_from) = (${list(columns, 'excluded.')}, excluded.valid_from)`
}

/** Writes rows of a small table from one JSON document; for tables of reference, not for the hot path. */
export async function writeReferenceInTx(
  tx: ClientBase,
  table: VersionedTable,
  stamp: string,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return
  const all = list([...table.keys, ...table.columns])
  const source = `SELECT ${all} FROM jsonb_populate_recordset(NULL::${table.name}, $2::jsonb)`
  await tx.query(versionedWriteSql(table, source), [stamp, JSON.stringify(rows)])
}
