import type ExcelJS from 'exceljs'
import { columnLetters } from './plain-cell'
import type { TableSheet, Value } from './table-spec'
import { FORMATS, writeCell } from './write-cell'
import { BORDER, INPUT, MARKED } from './write-styles'

/** The table's rows below its heads, which end in row `head`; remarks last, on their cells. */
export function writeRows(sheet: ExcelJS.Worksheet, spec: TableSheet, head: number): void {
  const { columns, rows, comments = [], hidden } = spec
  const addresses = new Map(columns.map(({ header }, index) => [header, columnLetters(index + 1)]))
  const share = sharedStyles()
  rows.forEach((row, at) => {
    const number = head + 1 + at
    const written = sheet.getRow(number)
    columns.forEach(({ kind, input }, index) => {
      const cell = written.getCell(index + 1)
      const value = row[index] ?? null
      if (typeof value === 'object' && value !== null) writeFormula(cell, value.formula, { addresses, number })
      else writeCell(cell, value, kind)
      cell.border = BORDER
      if (input === true) {
        if (kind !== 'text') cell.numFmt = FORMATS[kind]
        cell.protection = { locked: false }
        cell.fill = INPUT
      }
      share(cell, index)
    })
    if (hidden !== true) {
      written.height = LINE_HEIGHT * Math.max(...columns.map(({ width }, index) => linesOf(row[index] ?? null, width)))
    }
  })
  for (const { row, column, text } of comments) {
    const cell = sheet.getCell(head + 1 + row, column + 1)
    cell.note = { texts: [{ text }], margins: { insetmode: 'auto' } }
    cell.style = { ...cell.style, fill: MARKED }
  }
}

/** One style object for all alike cells of a column: the library writes each object out anew to compare it. */
function sharedStyles(): (cell: ExcelJS.Cell, column: number) => void {
  const known = new Map<string, Partial<ExcelJS.Style>>()
  return (cell, column) => {
    const key = `${column} ${cell.numFmt ?? ''} ${cell.alignment.horizontal ?? ''}`
    const style = known.get(key) ?? cell.style
    known.set(key, style)
    cell.style = style
  }
}

type Place = { addresses: ReadonlyMap<string, string>; number: number }

/** Without a stored result: Excel, WPS and LibreOffice calculate it when the file is opened. */
function writeFormula(cell: ExcelJS.Cell, formula: string, { addresses, number }: Place): void {
  const placed = formula.replace(/\[\[(.+?)\]\]/g, (_, head: string) => `${addresses.get(head) ?? 'A'}${number}`)
  cell.value = { formula: placed, date1904: false }
  cell.alignment = { vertical: 'top', horizontal: 'right' }
  cell.numFmt = '#,##0.##'
}

/** Points of one line of the default font. Not every reader makes rows of wrapped text as high as they need to be. */
const LINE_HEIGHT = 15
const WIDE = /[\u0100-\uffff]/g

/** Lines a value takes in a column so many digits wide; a Chinese sign is two digits wide. */
const linesOf = (value: Value, width: number): number =>
  typeof value === 'object'
    ? 1
    : String(value)
        .split('\n')
        .reduce(
          (sum, line) => sum + Math.max(1, Math.ceil((line.length + (line.match(WIDE)?.length ?? 0)) / (width - 1))),
          0,
        )
