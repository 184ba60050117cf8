import ExcelJS from 'exceljs'

/** A workbook as somebody's program opens, changes and saves it; for tests of what comes back. */
export async function editWorkbook(file: Uint8Array, edit: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(file).buffer)
  edit(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Cells of a sheet by the words of its heads: below which head, in which row. */
export function cellUnder(sheet: ExcelJS.Worksheet, head: string, row: number): ExcelJS.Cell {
  for (let above = 1; above <= 10; above++) {
    for (let column = 1; column <= sheet.columnCount; column++) {
      if (sheet.getCell(above, column).text === head) return sheet.getCell(row, column)
    }
  }
  throw new Error(`${sheet.name} has no head ${head}`)
}

/** The row in which a cell says exactly this. */
export function rowOf(sheet: ExcelJS.Worksheet, text: string): number {
  let found = 0
  sheet.eachRow((row, number) => row.eachCell((cell) => (found = cell.text === text && found === 0 ? number : found)))
  if (found === 0) throw new Error(`${sheet.name} has no cell ${text}`)
  return found
}
