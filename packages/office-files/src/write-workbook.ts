import ExcelJS from 'exceljs'
import { columnLetters } from './plain-cell'
import type { TableSheet } from './table-spec'
import { writeRows } from './write-rows'
import { CHOICES_SHEET, createChoices, validate } from './write-choices'
import { BORDER } from './write-styles'

/** Rows below the table's that take the choices too, so that people can add their own. */
const ROOM_BELOW = 2000
const A3 = 8
/** What a locked sheet still allows: offices set widths and hide columns as they like. */
const OPEN = { formatColumns: true, formatRows: true, formatCells: true, autoFilter: true }
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF0' } } as const

/**
 * Writes tables as an .xlsx: name and notes above, heads frozen and repeated in print, widths, formats, choices. What
 * is given as text stays text, also when it begins with `=`.
 */
export async function writeWorkbook(sheets: readonly TableSheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '联席'
  const tables = sheets.map((spec) => ({
    spec,
    sheet: workbook.addWorksheet(spec.name, { state: spec.hidden === true ? 'hidden' : 'visible' }),
  }))
  const choices = createChoices(() => workbook.addWorksheet(CHOICES_SHEET, { state: 'hidden' }))
  for (const { spec, sheet } of tables) {
    const { first, last } = writeHeads(sheet, spec)
    writeRows(sheet, spec, last)
    spec.columns.forEach((column, index) => {
      const letter = columnLetters(index + 1)
      const end = last + spec.rows.length + (spec.rowsBelow ?? ROOM_BELOW)
      if (end > last) validate(sheet, `${letter}${last + 1}:${letter}${end}`, column, choices)
    })
    sheet.views = [{ state: 'frozen', ySplit: last, xSplit: spec.frozen ?? 0 }]
    if (spec.locked === true) await sheet.protect('', OPEN)
    // Assigned, not set: the library's list of paper sizes does not know A3.
    Object.assign(sheet.pageSetup, {
      ...{ paperSize: A3, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      printTitlesRow: `${first}:${last}`,
    })
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** Title, notes, heads. Gives the heads' first and last row; with groups they are two. */
function writeHeads(sheet: ExcelJS.Worksheet, { title, notes = [], columns }: TableSheet) {
  const above = [...(title === undefined ? [] : [title]), ...notes]
  above.forEach((line, index) => (sheet.getCell(index + 1, 1).value = line))
  if (title !== undefined) sheet.getCell(1, 1).font = { bold: true, size: 16 }
  const first = above.length + 1
  const last = columns.some(({ group }) => group !== undefined) ? first + 1 : first
  columns.forEach(({ header, width, group, hidden }, index) => {
    const column = index + 1
    sheet.getColumn(column).width = width
    if (hidden === true) sheet.getColumn(column).hidden = true
    for (let row = first; row <= last; row++) styleHead(sheet.getCell(row, column))
    sheet.getCell(last, column).value = header
    if (first === last) return
    sheet.getCell(first, column).value = group ?? header
    if (group === undefined) sheet.mergeCells(first, column, last, column)
    else if (columns[index - 1]?.group !== group) mergeGroup(sheet, columns, { row: first, index, group })
  })
  return { first, last }
}

type Group = { row: number; index: number; group: string }
function mergeGroup(sheet: ExcelJS.Worksheet, columns: TableSheet['columns'], { row, index, group }: Group): void {
  const behind = columns.slice(index).findIndex((column) => column.group !== group)
  const last = behind === -1 ? columns.length : index + behind
  for (let column = index + 2; column <= last; column++) sheet.getCell(row, column).value = group
  if (last > index + 1) sheet.mergeCells(row, index + 1, row, last)
}

function styleHead(cell: ExcelJS.Cell): void {
  cell.font = { bold: true }
  cell.fill = HEAD
  cell.border = BORDER
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
}
