import { columnLetters } from '@lianxi/office-files/plain-cell'
import type { SheetFault } from '@lianxi/schema/views/report-sheet'
import { columnsOf } from './columns'
import { cellOf } from './find-table'
import type { FoundRow } from './read-sheets'
import type { TemplateRow } from './template-row'

/** A row as it comes back: the inputs as they were typed, and what is to be said at which field. */
export type MarkedRow = { row: TemplateRow; remarks: { field: string; text: string }[] }

/** Lays what somebody typed over the row as it goes out now, with each fault at its cell. */
export function markRow(
  { table, row, period }: FoundRow,
  fresh: TemplateRow,
  faults: readonly SheetFault[],
): MarkedRow {
  const typed: TemplateRow = { ...fresh }
  const fieldOf = new Map<string, string>()
  for (const { field, input } of columnsOf(table.kind, period)) {
    const head = table.columns.get(field)
    if (head !== undefined) fieldOf.set(columnLetters(head.column), field)
    if (input !== true || head === undefined) continue
    const cell = cellOf(table.columns, row, field)
    typed[field] = cell.kind === 'fault' || cell.mergedFrom !== null ? '' : cell.text
  }
  const remarks = new Map<string, string[]>()
  for (const { column, message } of faults) {
    const field = (column === null ? undefined : fieldOf.get(column)) ?? 'name'
    remarks.set(field, [...(remarks.get(field) ?? []), message])
  }
  return { row: typed, remarks: [...remarks].map(([field, texts]) => ({ field, text: texts.join('\n') })) }
}
