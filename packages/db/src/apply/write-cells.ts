import type { Cell, CellKey } from '@lianxi/domain/board/derive-cell'
import type { ClientBase } from 'pg'
import { BOOL, column, encodeArrays, INSTANT, INT4, INT8, JSONB, TEXT, UUID, type BinaryColumn } from './binary-columns'
import { byKey, type VersionedTable, versionedWriteSql } from './write-versioned'

const KEYS = ['zone', 'subject', 'region', 'period'] as const
const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))
/** An array literal. Codes have no character to escape; the quotes are for the code NULL, which a plan may well use. */
const codes = (values: readonly string[]): string => `{${values.map((value) => `"${value}"`).join(',')}}`

const COLUMNS: readonly BinaryColumn<Cell>[] = [
  column('zone', TEXT, (cell) => cell.zone),
  column('subject', TEXT, (cell) => cell.subject),
  column('region', TEXT, (cell) => cell.region),
  column('period', TEXT, (cell) => cell.period),
  column('kind', TEXT, (cell) => cell.kind),
  column('year', INT4, (cell) => cell.year),
  column('frequency', TEXT, (cell) => cell.frequency),
  column('body', TEXT, (cell) => cell.body),
  column('items', TEXT, (cell) => codes(cell.items)),
  column('state', TEXT, (cell) => cell.state),
  column('due_at', INSTANT, (cell) => cell.dueAt),
  column('late', BOOL, (cell) => cell.late),
  column('nil', BOOL, (cell) => cell.nil),
  column('confirmed', BOOL, (cell) => cell.confirmed),
  column('conflict', BOOL, (cell) => cell.conflict),
  column('objections', TEXT, (cell) => codes(cell.objections)),
  column('findings', JSONB, (cell) => json(cell.findings)),
  column('revision', INT4, (cell) => cell.revision),
  column('reports', INT4, (cell) => cell.reports),
  column('event_id', UUID, (cell) => cell.eventId),
  column('reported_at', INSTANT, (cell) => cell.reportedAt),
  column('value', TEXT, (cell) => cell.value),
  column('stage', TEXT, (cell) => cell.stage),
  column('invested_year_wan', INT8, (cell) => cell.investedYearWan),
  column('invested_total_wan', INT8, (cell) => cell.investedTotalWan),
  column('progress_percent', TEXT, (cell) => cell.progressPercent),
  column('report_state', JSONB, (cell) => json(cell.reportState)),
  column('verdict_state', JSONB, (cell) => json(cell.verdictState)),
]

/** Types that travel as text. */
const CASTS = new Map([
  ['items', 'text[]'],
  ['objections', 'text[]'],
  ['value', 'numeric'],
  ['progress_percent', 'numeric'],
])
const cast = (name: string): string => (CASTS.has(name) ? `${name}::${CASTS.get(name)} AS ${name}` : name)

const ALL = COLUMNS.map(({ name }) => name)
const PLACE: readonly BinaryColumn<string | null>[] = [column('place', TEXT, (place) => place)]
const SOURCE = `
  SELECT ${ALL.map(cast).join(', ')}, place::tid AS place
  FROM unnest(${[...COLUMNS, ...PLACE].map(({ type }, index) => `$${index + 2}::${type}[]`).join(', ')})
    AS r (${ALL.join(', ')}, place)`
/** The cells' table, versioned as the others are. */
export const PROGRESS: VersionedTable = {
  name: 'progress',
  keys: KEYS,
  columns: ALL.filter((name) => !KEYS.some((key) => key === name)),
}
const WRITE = versionedWriteSql(PROGRESS, SOURCE, `t.ctid = f.place AND ${byKey(KEYS)}`)

/** Cells as they are sent, one array a column. */
export type EncodedCells = { count: number; arrays: readonly Buffer[] }

/**
 * @param places where this transaction found each cell's row (`ctid`), null: there was none. Looking twice again along a
 *   key of four texts was a fifth of the statement that writes; the key is only compared with what lies there.
 */
export const encodeCells = (cells: readonly Cell[], places: readonly (string | null)[]): EncodedCells => ({
  count: cells.length,
  arrays: cells.length === 0 ? [] : [...encodeArrays(COLUMNS, cells), ...encodeArrays(PLACE, places)],
})

/**
 * Writes cells under a stamp; cells that did not change stay untouched. The hot path: one statement.
 * @throws what {@link isMovedCell} knows when somebody else wrote a cell since its place was found
 */
export async function writeCellsInTx(tx: ClientBase, stamp: string, { count, arrays }: EncodedCells): Promise<void> {
  if (count === 0) return
  await tx.query({ name: 'write-cells', text: WRITE, values: [stamp, ...arrays] })
}

const REMOVE = `
  WITH gone AS (
    DELETE FROM progress USING unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS k (zone, subject, region, period)
    WHERE (progress.zone, progress.subject, progress.region, progress.period) = (k.zone, k.subject, k.region, k.period)
    RETURNING progress.*)
  INSERT INTO progress_history (${ALL.join(', ')}, valid)
  SELECT ${ALL.join(', ')}, tstzrange(valid_from, $1::timestamptz) FROM gone`

/** Cells that no input asks for any more (a duty's frequency was changed): they end with this stamp. */
export async function removeCellsInTx(tx: ClientBase, stamp: string, keys: readonly CellKey[]): Promise<void> {
  if (keys.length === 0) return
  await tx.query(REMOVE, [stamp, ...KEYS.map((name) => keys.map((key) => key[name]))])
}
