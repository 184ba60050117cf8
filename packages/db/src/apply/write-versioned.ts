import type { ClientBase } from 'pg'

/** A table of schema board whose rows are versioned: what a row was before goes into its history. */
export type VersionedTable = {
  name: string
  keys: readonly string[]
  /** All other columns but `valid_from`. */
  columns: readonly string[]
}

const list = (names: readonly string[], alias = ''): string => names.map((name) => `${alias}${name}`).join(', ')

/** Row `t` of the table has the key of row `f` of the source. */
export const byKey = (keys: readonly string[]): string => keys.map((key) => `t.${key} = f.${key}`).join(' AND ')

/**
 * SQL that writes `source` (rows of the table without `valid_from`) under stamp $1: unchanged rows stay untouched, what
 * a changed row was before becomes history up to the stamp. One statement, one state a stamp; rows written under this
 * very stamp do not exist before it, because each transaction writes each table once. A changed row nearly always names
 * another event, so that is compared first.
 * @param same which row `t` of the table a row `f` of the source is about
 */
export function versionedWriteSql({ name, keys, columns }: VersionedTable, source: string, same = byKey(keys)): string {
  const all = [...keys, ...columns]
  const changed = `(t.event_id IS DISTINCT FROM f.event_id OR (${list(columns, 't.')}) IS DISTINCT FROM (${list(columns, 'f.')}))`
  return `
    WITH f AS (${source}),
    past AS (
      INSERT INTO ${name}_history (${list(all)}, valid)
      SELECT ${list(all, 't.')}, tstzrange(t.valid_from, $1::timestamptz) FROM f JOIN ${name} t ON ${same} WHERE ${changed})
    MERGE INTO ${name} t USING f ON ${same}
    WHEN MATCHED AND ${changed} THEN
      UPDATE SET ${columns.map((column) => `${column} = f.${column}`).join(', ')}, valid_from = $1::timestamptz
    WHEN NOT MATCHED THEN INSERT (${list(all)}, valid_from) VALUES (${list(all, 'f.')}, $1::timestamptz)`
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
