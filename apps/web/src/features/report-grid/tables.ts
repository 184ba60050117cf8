import { subjectKind, type SubjectKind } from '@lianxi/schema/vocabulary'
import { isAsked } from './asked'
import { GRID_COLUMNS, type GridColumn } from './columns'
import type { Place, Shape } from './moves'
import { isWritable, type RowState } from './row-state'

/** A cell by its row's key and its column's field. */
export type CellPlace = { id: string; field: string }

/** One table of the grid; `locked`: why a row cannot be written now. */
export type GridTable = {
  kind: SubjectKind
  columns: readonly GridColumn[]
  rows: readonly { id: string; name: string; locked: string | null; state: RowState }[]
}

/** A column nobody is asked for is left out. */
const columnsFor = (kind: SubjectKind, states: readonly RowState[]): readonly GridColumn[] =>
  GRID_COLUMNS[kind].filter(({ field }) => states.some((state) => isAsked(state, field)))

/** Targets, then projects; a kind nobody owes has no table. */
export function tablesOf(states: readonly RowState[]): GridTable[] {
  return subjectKind.words
    .map((kind) => ({ kind, own: states.filter(({ row }) => row.due.kind === kind) }))
    .map(({ kind, own }) => ({
      ...{ kind, columns: columnsFor(kind, own) },
      rows: own.map((state) => ({
        ...{ id: state.id, name: state.row.due.name, state },
        locked: isWritable(state) ? null : (state.row.write.why ?? '现在不能填写。'),
      })),
    }))
    .filter(({ rows }) => rows.length > 0)
}

const open = ({ rows }: GridTable) => rows.filter(({ locked }) => locked === null)

export const shapeOf = (tables: readonly GridTable[]): Shape =>
  tables.map((table) => ({ rows: open(table).length, columns: table.columns.map(({ sort }) => sort) }))

export function placeOf(tables: readonly GridTable[], { id, field }: CellPlace): Place | undefined {
  const table = tables.findIndex(({ rows }) => rows.some((row) => row.id === id))
  const here = tables[table]
  if (here === undefined) return undefined
  const row = open(here).findIndex((one) => one.id === id)
  const column = here.columns.findIndex((one) => one.field === field)
  return row < 0 || column < 0 ? undefined : { table, row, column }
}

export function cellAt(tables: readonly GridTable[], { table, row, column }: Place): CellPlace | undefined {
  const here = tables[table]
  const [id, field] = here === undefined ? [] : [open(here)[row]?.id, here.columns[column]?.field]
  return id === undefined || field === undefined ? undefined : { id, field }
}

/** Whether somebody can type at a place: its row is asked for the column. */
export function isCell(tables: readonly GridTable[], { table, row, column }: Place): boolean {
  const here = tables[table]
  const [state, field] = here === undefined ? [] : [open(here)[row]?.state, here.columns[column]?.field]
  return state !== undefined && field !== undefined && isAsked(state, field)
}
