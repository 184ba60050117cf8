import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Column } from './table-spec'
import { writeCell } from './write-cell'

/** A long table whose rows come while it is written. */
export type StreamedTable = {
  name: string
  title: string
  notes: readonly string[]
  columns: readonly Column[]
  rows: AsyncIterable<readonly (string | number | null)[]>
}

const A3 = 8
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF0' } } as const

/**
 * Writes a table as an .xlsx row by row, so that its length costs no memory: name and notes above, heads frozen and
 * repeated in print. What is given as text stays text, also when it begins with `=`. The stream fails if reading does.
 */
export function streamWorkbook(table: StreamedTable): Readable {
  const out = new PassThrough()
  write(table, out).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

async function write({ name, title, notes, columns, rows }: StreamedTable, out: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  workbook.creator = '联席'
  const head = notes.length + 2
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: head }] })
  // Assigned, not set: the library's list of paper sizes does not know A3.
  Object.assign(sheet.pageSetup, {
    ...{ paperSize: A3, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    printTitlesRow: `${head}:${head}`,
  })
  columns.forEach(({ width }, index) => (sheet.getColumn(index + 1).width = width))
  for (const [index, line] of [title, ...notes].entries()) {
    const row = sheet.getRow(index + 1)
    row.getCell(1).value = line
    if (index === 0) row.font = { bold: true, size: 16 }
    row.commit()
  }
  writeHead(sheet.getRow(head), columns)
  let at = head
  for await (const values of rows) {
    at += 1
    const row = sheet.getRow(at)
    columns.forEach(({ kind }, index) => writeCell(row.getCell(index + 1), values[index] ?? null, kind))
    row.commit()
    // Whoever reads slowly is waited for; whoever went away needs no more rows.
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')])
    if (out.destroyed) return
  }
  await workbook.commit()
}

function writeHead(row: ExcelJS.Row, columns: readonly Column[]): void {
  columns.forEach(({ header }, index) => {
    const cell = row.getCell(index + 1)
    cell.value = header
    cell.font = { bold: true }
    cell.fill = HEAD
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  })
  row.commit()
}
