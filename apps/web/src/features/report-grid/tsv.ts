/** Rows of cells. */
export type Block = string[][]

/**
 * Text of a spreadsheet's clipboard: tabs between cells, line breaks between rows; a cell with a tab, a line break or a
 * quotation mark at its beginning stands in quotation marks, doubled inside. A mark that is never closed is no quoting.
 */
export function parseTsv(text: string): Block {
  const rows: Block = [[]]
  let rest = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=\t|\n|$)/.exec(rest)
    const cell = quoted === null ? (/^[^\t\n]*/.exec(rest)?.[0] ?? '') : (quoted[1] ?? '').replaceAll('""', '"')
    rows.at(-1)?.push(cell)
    rest = rest.slice(quoted === null ? cell.length : quoted[0].length)
    if (rest === '') return rows
    if (rest.startsWith('\n')) rows.push([])
    rest = rest.slice(1)
  }
}

/** What a spreadsheet would run as a formula goes out as text. */
const neutral = (cell: string): string => (/^[=+@]|^-(?![\d.]+$)/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Cells as text for a spreadsheet. */
export const toTsv = (block: readonly (readonly string[])[]): string =>
  block.map((row) => row.map((cell) => quoted(neutral(cell))).join('\t')).join('\n')
