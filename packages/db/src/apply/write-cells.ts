import type { Cell, CellKey } from '@lianxi/domain/board/derive-cell'
import type { ClientBase } from 'pg'
import { versionedWriteSql } from './write-versioned'

type Column = { name: string; type: string; cast?: string; read: (cell: Cell) => unknown }

const KEYS = ['zone', 'subject', 'region', 'period'] as const
const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))
/** An array literal. Codes have no character to escape; the quotes are for the code NULL, which a plan may well use. */
const codes = (values: readonly string[]): string => `{${values.map((value) => `"${value}"`).join(',')}}`

const COLUMNS: readonly Column[] = [
  { name: 'zone', type: 'text', read: (cell) => cell.zone },
  { name: 'subject', type: 'text', read: (cell) => cell.subject },
  { name: 'region', type: 'text', read: (cell) => cell.region },
  { name: 'period', type: 'text', read: (cell) => cell.period },
  { name: 'kind', type: 'text', read: (cell) => cell.kind },
  { name: 'year', type: 'int', read: (cell) => cell.year },
  { name: 'frequency', type: 'text', read: (cell) => cell.frequency },
  { name: 'body', type: 'text', read: (cell) => cell.body },
  { name: 'items', type: 'text', cast: 'text[]', read: (cell) => codes(cell.items) },
  { name: 'state', type: 'text', read: (cell) => cell.state },
  { name: 'due_at', type: 'timestamptz', read: (cell) => cell.dueAt },
  { name: 'late', type: 'bool', read: (cell) => cell.late },
  { name: 'nil', type: 'bool', read: (cell) => cell.nil },
  { name: 'confirmed', type: 'bool', read: (cell) => cell.confirmed },
  { name: 'conflict', type: 'bool', read: (cell) => cell.conflict },
  { name: 'objections', type: 'text', cast: 'text[]', read: (cell) => codes(cell.objections) },
  { name: 'findings', type: 'jsonb', read: (cell) => json(cell.findings) },
  { name: 'revision', type: 'int', read: (cell) => cell.revision },
  { name: 'reports', type: 'int', read: (cell) => cell.reports },
  { name: 'event_id', type: 'uuid', read: (cell) => cell.eventId },
  { name: 'reported_at', type: 'timestamptz', read: (cell) => cell.reportedAt },
  { name: 'value', type: 'numeric', read: (cell) => cell.value },
  { name: 'stage', type: 'text', read: (cell) => cell.stage },
  { name: 'invested_year_wan', type: 'bigint', read: (cell) => cell.investedYearWan },
  { name: 'invested_total_wan', type: 'bigint', read: (cell) => cell.investedTotalWan },
  { name: 'progress_percent', type: 'numeric', read: (cell) => cell.progressPercent },
  { name: 'report_state', type: 'jsonb', read: (cell) => json(cell.reportState) },
  { name: 'verdict_state', type: 'jsonb', read: (cell) => json(cell.verdictState) },
]

const ALL = COLUMNS.map(({ name }) => name)
const SOURCE = `
  SELECT ${COLUMNS.map(({ name, cast }) => (cast === undefined ? name : `${name}::${cast}`)).join(', ')}
  FROM unnest(${COLUMNS.map(({ type }, index) => `$${index + 2}::${type}[]`).join(', ')}) AS r (${ALL.join(', ')})`
const WRITE = versionedWriteSql(
  { name: 'progress', keys: KEYS, columns: ALL.filter((name) => !KEYS.some((key) => key === name)) },
  SOURCE,
)

/** Writes cells under a stamp; cells that did not change stay untouched. The hot path: one statement, one array a column. */
export async function writeCellsInTx(tx: ClientBase, stamp: string, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return
  await tx.query(WRITE, [stamp, ...COLUMNS.map(({ read }) => cells.map(read))])
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
  const column = (name: (typeof KEYS)[number]) => keys.map((key) => key[name])
  await tx.query(REMOVE, [stamp, ...KEYS.map(column)])
}
