/**
 * What a column holds. `decimal` and `percent` take exact decimals as text (percent: `"7.7"` means 7.7 %), `wan` whole
 * numbers of 万元, `date` `2026-03-01`; a text that is no such thing is written as it is.
 */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'percent' | 'wan' | 'date'

/** `choices`: a list to choose from (数据有效性); `hint`: shown when the cell is entered; `group`: a head above it. */
export type Column = {
  header: string
  kind: ColumnKind
  width: number
  group?: string
  choices?: readonly string[]
  hint?: string
}

export type Value = string | number | null

/** A table with its name above it and notes below that; prints on A3 landscape with repeated heads. */
export type TableSheet = {
  name: string
  title?: string
  notes?: readonly string[]
  columns: readonly Column[]
  rows: readonly (readonly Value[])[]
}
