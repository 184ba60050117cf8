import type { Cell, Sheet, SheetRow } from '@lianxi/office-files/plain-cell'
import { halfWidth } from '@lianxi/office-files/plain-number'
import { sameWords } from './derived-code'

/** A column's head as one text, and what its words say beside the name: a year, a unit. */
export type Head = { column: number; text: string; name: string; year: number | null; unit: string | null }

const UNIT = /[（(]([^（()）]*)[)）]/
const YEAR = /(?<!\d)(19[89]\d|20[0-6]\d)(?!\d)年?/

export function readHead(column: number, text: string): Head {
  const plain = halfWidth(text).replace(/\s+/g, '')
  const unit = UNIT.exec(plain)?.[1]?.replace(/^单位[:：]?/, '') ?? null
  const year = YEAR.exec(plain)?.[1]
  const name = sameWords(plain.replace(UNIT, '').replace(YEAR, '')).replace(/^[:：、,，]+|[:：*]+$/g, '')
  return { column, text, name, year: year === undefined ? null : Number(year), unit: unit === '' ? null : unit }
}

/** The heads that end in row `headRow`: with a merged row above (各年目标 over 2026, 2027 …) both are one text. */
export function headsOf(sheet: Sheet, headRow: number): Head[] {
  const at = sheet.rows.findIndex(({ number }) => number === headRow)
  const row = sheet.rows[at]
  if (row === undefined) return []
  const above = sheet.rows[at - 1]
  const grouped = above !== undefined && isGroupRow(above, row)
  return row.cells.flatMap((cell, index) => {
    const over = grouped ? above.cells[index] : undefined
    const text = [over?.text ?? '', cell.text].filter((part, n, all) => part !== '' && all.indexOf(part) === n).join('')
    return text === '' ? [] : [readHead(index + 1, text.replace(/\n/g, ''))]
  })
}

/** A row of groups reaches down or across: a cell of the row below comes from it, or it repeats over some columns. */
function isGroupRow(above: SheetRow, below: SheetRow): boolean {
  if (above.number !== below.number - 1 || isBanner(above.cells)) return false
  const cellAddresses = new Set(below.cells.map(({ mergedFrom }) => mergedFrom))
  const down = [...cellAddresses].some((address) => address?.endsWith(String(above.number)) === true)
  return down && above.cells.some(({ mergedFrom }) => mergedFrom !== null)
}

const filled = (cells: readonly Cell[]) => cells.filter(({ kind }) => kind !== 'empty')

/** One text over the whole width: a title, a note, the name of a group of rows. */
export function isBanner(cells: readonly Cell[]): boolean {
  const [first, ...rest] = filled(cells)
  return first === undefined || rest.every(({ mergedFrom, text }) => mergedFrom !== null && text === first.text)
}
