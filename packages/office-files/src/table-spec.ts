/**
 * What a column holds. `decimal` and `percent` take exact decimals as text (percent: `"7.7"` means 7.7 %), `wan` whole
 * numbers of 万元, `date` `2026-03-01`; a text that is no such thing is written as it is.
 */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'percent' | 'wan' | 'date'

/**
 * `choices`: a list to choose from (数据有效性); `hint`: shown when the cell is entered; `group`: a head above it;
 * `input`: to be filled in, tinted, and open on a locked sheet.
 */
export type Column = {
  header: string
  kind: ColumnKind
  width: number
  group?: string
  choices?: readonly string[]
  hint?: string
  input?: boolean
  hidden?: boolean
}

/** A formula of ours, never a person's text: `[[head]]` stands for the cell of its row below that head. */
export type Formula = { formula: string }
export type PlainValue = string | number | null
export type Value = PlainValue | Formula

/** A remark on a cell of the table; both are counted from 0. */
export type CellComment = { row: number; column: number; text: string }

/**
 * A table with its name above it and notes below that; prints on A3 landscape with repeated heads. `locked`: only its
 * inputs can be typed in (no password: it guards against slips); `frozen`: columns that stay; `rowsBelow`: how many rows
 * below the table take the choices too.
 */
export type TableSheet = {
  name: string
  title?: string
  notes?: readonly string[]
  columns: readonly Column[]
  rows: readonly (readonly Value[])[]
  hidden?: boolean
  locked?: boolean
  frozen?: number
  rowsBelow?: number
  comments?: readonly CellComment[]
}
