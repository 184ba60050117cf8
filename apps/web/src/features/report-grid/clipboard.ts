import type { ColumnSort } from './columns'
import { type Block, parseTsv } from './tsv'

/**
 * The block a paste brings, or undefined: a plain text, which is the browser's to insert at the caret. A table in the
 * clipboard's HTML goes first: Word and WPS put line breaks of a cell into the plain text as if they were rows.
 */
export function blockOf(data: DataTransfer, sort: ColumnSort): Block | undefined {
  const table = tableOf(data.getData('text/html'))
  const text = data.getData('text/plain')
  const block = table ?? parseTsv(text)
  const typed = sort === 'figure' || sort === 'words'
  if (block.length === 1 && block[0]?.length === 1) return typed && !text.startsWith('"') ? undefined : block
  return table === undefined && sort === 'words' && !text.includes('\t') ? undefined : block
}

function tableOf(html: string): Block | undefined {
  if (!/<table[\s>]/i.test(html)) return undefined
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (table === null) return undefined
  const block: Block = []
  for (const [at, row] of [...table.rows].entries()) {
    let column = 0
    for (const cell of row.cells) {
      while (block[at]?.[column] !== undefined) column += 1
      spread(block, { at, column, text: textOf(cell) }, cell)
      column += cell.colSpan
    }
  }
  return Array.from(block, (row) => Array.from(row ?? [], (cell) => cell ?? ''))
}

type Set = { at: number; column: number; text: string }

/** A merged cell says its text once, where it begins; the others it covers are empty. */
function spread(block: Block, { at, column, text }: Set, { rowSpan, colSpan }: HTMLTableCellElement) {
  for (let down = 0; down < Math.max(1, rowSpan); down += 1) {
    const row = (block[at + down] ??= [])
    for (let right = 0; right < colSpan; right += 1) row[column + right] = down + right === 0 ? text : ''
  }
}

/** Line breaks are what says so (br, paragraphs); those of the HTML source are blanks. */
function textOf(cell: HTMLTableCellElement): string {
  for (const node of cell.querySelectorAll('br, p + p, div + div')) node.before('\u2028')
  return (cell.textContent ?? '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim()
}
