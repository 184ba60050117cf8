import { type Cell, columnLetters } from '@lianxi/office-files/plain-cell'
import type { SheetFault } from '@lianxi/schema/views/report-sheet'

/** A cell of an uploaded row, with the place a person finds it by. */
export type Placed = { sheet: string; row: number; column: number; head: string; cell: Cell }

export const faultAt = (level: SheetFault['level'], at: Placed, message: string): SheetFault => ({
  ...{ level, sheet: at.sheet, row: at.row, column: columnLetters(at.column), head: at.head },
  ...{ cell: at.cell.kind === 'fault' ? '' : at.cell.text.slice(0, 60), message },
})

/** Of a row as a whole, or of what has no column in this file. */
export const faultOfRow = (
  level: SheetFault['level'],
  at: { sheet: string; row: number },
  message: string,
): SheetFault => ({ level, sheet: at.sheet, row: at.row, column: null, head: null, cell: '', message })
