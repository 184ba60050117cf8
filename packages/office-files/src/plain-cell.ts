/**
 * A cell as its reader would read it aloud: the text that stands there, a formula by its last result, a date as
 * `2026-03-01`, a number as an exact decimal without separators. `percent`: the cell's format shows a percentage, and
 * `text` is the number shown (7.7 for the stored 0.077). `fault`: Excel itself shows an error, or a formula was never
 * calculated; `text` says what to do. `mergedFrom`: a merged cell's address, on every cell it covers but its first.
 */
export type Cell = {
  kind: 'empty' | 'text' | 'number' | 'date' | 'fault'
  text: string
  percent: boolean
  mergedFrom: string | null
}

/** `number`: the row as the person sees it in Excel. Rows without any content are not there. */
export type SheetRow = { number: number; cells: Cell[] }
export type Sheet = { name: string; hidden: boolean; rows: SheetRow[] }

export const EMPTY: Cell = { kind: 'empty', text: '', percent: false, mergedFrom: null }

/** Column 1 is `A`, 27 is `AA`: the way people find a cell. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return column <= 26 ? letter : columnLetters(Math.floor((column - 1) / 26)) + letter
}

/** `AA` → 27. */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const BLANKS = '[\\s\\u00a0\\u3000\\u200b-\\u200d\\ufeff]'
const EDGES = new RegExp(`^${BLANKS}+|${BLANKS}+$`, 'gu')
const CONTROL = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** Text without blanks at its edges (full-width ones too) and without characters nobody can see. */
export const tidy = (text: string): string => text.replace(CONTROL, '').replace(/\r\n?/g, '\n').replace(EDGES, '')
