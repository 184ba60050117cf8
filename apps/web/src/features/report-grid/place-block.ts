import type { Block } from './tsv'

/** Cells of a pasted block that have no place: beyond the table's edge, or in a row that cannot be written now. */
export type LeftOver = { why: string; cells: Block }
type Placed<Row> = { row: Row; column: number; text: string }
type Rows<Row> = readonly { row: Row; name: string; locked: string | null }[]

/**
 * Where a block goes that is pasted into a cell: down and to the right, row for row, so that what was copied beside
 * each other stays beside each other. What has no place is handed back with the reason, never dropped.
 */
export function placeBlock<Row>(
  block: Block,
  at: { row: number; column: number },
  { rows, columns }: { rows: Rows<Row>; columns: number },
): { placed: Placed<Row>[]; left: LeftOver[] } {
  const placed: Placed<Row>[] = []
  const left: LeftOver[] = []
  const width = columns - at.column
  const says = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '')
  const wide: string[][] = []
  for (const [offset, cells] of block.slice(0, rows.length - at.row).entries()) {
    const target = rows[at.row + offset]
    if (target === undefined) continue
    if (target.locked !== null) {
      if (says(cells)) left.push({ why: `“${target.name}”：${target.locked}`, cells: [cells] })
      continue
    }
    const fit = cells.slice(0, width)
    placed.push(...fit.map((text, index) => ({ row: target.row, column: at.column + index, text })))
    wide.push(cells.slice(width))
  }
  if (wide.some(says)) {
    left.push({ why: `超出表格右边的 ${Math.max(...wide.map((cells) => cells.length))} 列`, cells: wide })
  }
  const below = block.slice(rows.length - at.row)
  if (below.some(says)) left.push({ why: `超出表格下边的 ${below.length} 行`, cells: below })
  return { placed, left }
}
