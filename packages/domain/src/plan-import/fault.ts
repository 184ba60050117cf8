import { columnLetters } from '@lianxi/office-files/plain-cell'

/** An error stops the import; a warning is to be looked at and confirmed once, for all of them. */
export type Fault = {
  level: 'error' | 'warning'
  sheet: string
  row: number | null
  column: string | null
  message: string
}

type Place = { sheet: string; row?: number; column?: number | undefined; head?: string }

/** A fault whose sentence begins with the place as a person finds it: “目标”表第12行“基期年”（F列）：…… */
export function faultAt(level: Fault['level'], { sheet, row, column, head }: Place, what: string): Fault {
  const letters = column === undefined ? null : columnLetters(column)
  const where =
    `“${sheet}”表` +
    (row === undefined ? '' : `第${row}行`) +
    (head === undefined ? '' : `“${head}”`) +
    (letters === null ? '' : `（${letters}列）`)
  return { level, sheet, row: row ?? null, column: letters, message: `${where}：${what}` }
}
