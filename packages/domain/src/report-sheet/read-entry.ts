import type { Cell, SheetRow } from '@lianxi/office-files/plain-cell'
import type { Entry } from '@lianxi/schema/commands/entry'
import type { SheetFault } from '@lianxi/schema/views/report-sheet'
import { withDone } from '../report/done'
import { faultAt } from './fault'
import { cellOf, type Table } from './find-table'
import type { CellRead } from './read-cell'
import { FIELDS, FIGURES, readField } from './read-field'

const MONEY = ['investedYearWan', 'investedTotalWan']

/**
 * What a row's inputs say, over what stands in the report now (or what its form starts with). Figures stay text: the
 * same `readEntry` as for a form reads them. A field without a column, or with a fault, keeps what is.
 */
export function readRowEntry(table: Table, row: SheetRow, base: Entry, unit: string | null) {
  const faults: SheetFault[] = []
  const error = (field: string, why: string) => faults.push(faultAt('error', placeOf(table, row, field), why))
  let entry = base
  for (const field of FIELDS[base.kind]) {
    if (!table.columns.has(field)) continue
    const cell = cellOf(table.columns, row, field)
    const read = findUnitFault(table, field, cell) ?? readField(entry, field, cell, unit)
    if (read.ok) entry = read.said
    else error(field, read.why)
  }
  const filled = FIGURES[entry.kind].find((field) => entry.nil && cellOf(table.columns, row, field).kind !== 'empty')
  if (filled !== undefined) error(filled, BOTH)
  return { entry: entry.nil ? withoutFigures(entry) : entry, faults }
}

/** 本期无变化 beside a figure. */
export const BOTH = '已选“本期无变化”，又填了数或日期：请删去其一'

function placeOf(table: Table, row: SheetRow, field: string) {
  const head = table.columns.get(field)
  const place = { sheet: table.sheet.name, row: row.number, cell: cellOf(table.columns, row, field) }
  return { ...place, column: head?.column ?? 1, head: head?.text ?? '' }
}

function findUnitFault({ columns }: Table, field: string, cell: Cell): (CellRead<Entry> & { ok: false }) | undefined {
  const unit = columns.get(field)?.unit ?? '万元'
  if (!MONEY.includes(field) || unit === '万元' || cell.kind === 'empty') return undefined
  return { ok: false, why: `表头的单位被改成“${unit}”；本表只按万元填，请改回表头并填万元数，系统不替您换算` }
}

const withoutFigures = (entry: Entry): Entry =>
  entry.kind === 'target'
    ? withDone({ ...entry, value: '' }, '')
    : { ...entry, stage: null, investedYearWan: '', investedTotalWan: '', progressPercent: '' }
