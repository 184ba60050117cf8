import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { type Cell, EMPTY, type Sheet, type SheetRow } from './plain-cell'
import { readCell } from './read-cell'
import { type ReadRefusal, refusalOf, Unreadable } from './read-refusal'
import { type Merge, slimSheet } from './slim-sheet'
import { unzipParts } from './unzip'

export const MAX_FILE_BYTES = 10_000_000
const MAX_COLUMNS = 200

export type ReadResult = { ok: true; sheets: Sheet[] } | { ok: false; refusal: ReadRefusal }

/** Parts of a sheet whose content is not read. Some of them make the library run out of memory or fail. */
const IGNORED = [
  ...['mergeCells', 'dataValidations', 'conditionalFormatting', 'extLst', 'drawing', 'picture', 'tableParts'],
  ...['hyperlinks', 'autoFilter', 'sheetProtection', 'rowBreaks', 'headerFooter', 'printOptions', 'pageSetup', 'cols'],
]

/**
 * Reads an .xlsx somebody uploaded into sheets of plain cells (see `Cell`): at most 10 MB, 80 MB unzipped, 20,000 rows
 * and 200 columns a sheet. Merged cells are filled, empty rows left out. Whatever else is not a workbook gets a
 * sentence that says what it is and what to do.
 */
export async function readWorkbook(file: Uint8Array): Promise<ReadResult> {
  try {
    return { ok: true, sheets: await readSheets(Buffer.from(file.buffer, file.byteOffset, file.byteLength)) }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, refusal: refusalOf(error.fault) }
    throw error
  }
}

async function readSheets(file: Buffer): Promise<Sheet[]> {
  if (file.length > MAX_FILE_BYTES) throw new Unreadable('too-large')
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw new Unreadable(file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-xls')
  }
  if (file.subarray(0, 2).toString('latin1') !== 'PK') throw new Unreadable('not-xlsx')
  const parts = await unzipParts(file)
  const merges = new Map<string, Merge[]>()
  const zip = new JSZip()
  for (const [name, xml] of parts) {
    const sheet = name.startsWith('xl/worksheets/') ? slimSheet(xml) : undefined
    zip.file(name, sheet?.xml ?? xml)
    const number = /sheet(\d+)\.xml$/.exec(name)?.[1]
    if (sheet !== undefined && number !== undefined) merges.set(number, sheet.merges)
  }
  const workbook = await load(await zip.generateAsync({ type: 'arraybuffer', compression: 'STORE' }))
  const sheetFile = sheetFiles(parts)
  const sheets = workbook.worksheets.map((sheet) => plainSheet(sheet, merges.get(sheetFile(sheet.id)) ?? []))
  if (sheets.length === 0) throw new Unreadable('no-sheet')
  return sheets
}

async function load(file: ArrayBuffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  try {
    return await workbook.xlsx.load(file, { ignoreNodes: IGNORED })
  } catch {
    // Everything lies in memory: what the library throws is about this file's content, never an outage.
    throw new Unreadable('damaged')
  }
}

/** Which file holds a sheet: its id in the workbook leads to a relation, that to the file's name. */
function sheetFiles(parts: Map<string, string>): (id: number) => string {
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const tags = (part: string, tag: string) => (parts.get(part) ?? '').match(new RegExp(`<${tag}\\b[^>]*>`, 'g')) ?? []
  const targets = new Map(
    tags('xl/_rels/workbook.xml.rels', 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  )
  const files = new Map(
    tags('xl/workbook.xml', 'sheet').map((tag) => [
      Number(attribute(tag, 'sheetId')),
      /sheet(\d+)\.xml$/.exec(targets.get(attribute(tag, 'r:id')) ?? '')?.[1] ?? '',
    ]),
  )
  return (id) => files.get(id) ?? ''
}

function plainSheet(sheet: ExcelJS.Worksheet, merges: Merge[]): Sheet {
  const rows = new Map<number, Cell[]>()
  sheet.eachRow((row, number) => {
    const cells: Cell[] = []
    row.eachCell((cell, column) => {
      const plain = readCell(cell.value, cell.numFmt)
      if (plain.kind === 'empty') return
      if (column > MAX_COLUMNS) throw new Unreadable('too-many-columns')
      while (cells.length < column - 1) cells.push(EMPTY)
      cells[column - 1] = plain
    })
    if (cells.length > 0) rows.set(number, cells)
  })
  for (const merge of merges) fillMerge(rows, merge)
  const filled = [...rows].sort(([a], [b]) => a - b).map(([number, cells]): SheetRow => ({ number, cells }))
  return { name: sheet.name, hidden: sheet.state !== 'visible', rows: filled }
}

/** Gives a merged area's content to each of its cells in rows that have any; says where it comes from. */
function fillMerge(rows: Map<number, Cell[]>, { top, left, bottom, right, address }: Merge): void {
  const first = rows.get(top)?.[left - 1]
  if (first === undefined || first.kind === 'empty') return
  for (let row = top; row <= Math.min(bottom, Math.max(...rows.keys())); row++) {
    const cells = rows.get(row)
    if (cells === undefined) continue
    for (let column = left; column <= Math.min(right, MAX_COLUMNS); column++) {
      if (row === top && column === left) continue
      while (cells.length < column) cells.push(EMPTY)
      cells[column - 1] = { ...first, mergedFrom: address }
    }
  }
}
