import { EMPTY, tidy } from '@lianxi/office-files/plain-cell'
import type { Entry } from '@lianxi/schema/commands/entry'
import { cellsOf } from './cells-of'
import { BOTH } from './read-entry'
import { isFigure, readField } from './read-field'

/** A row of the grid: its entry, and what stands in cells whose field cannot take it, as typed. */
export type TypedRow = { entry: Entry; kept: Readonly<Record<string, string>> }

/** What a cell of the grid says, or why its field cannot take it. */
function readTyped(entry: Entry, field: string, text: string, unit: string | null) {
  const tidied = tidy(text)
  if (entry.nil && isFigure(entry.kind, field) && tidied !== '') return { ok: false as const, why: BOTH }
  return readField(entry, field, tidied === '' ? EMPTY : { ...EMPTY, kind: 'text', text: tidied }, unit)
}

/**
 * The row after `text` was typed or pasted into a cell, read as a cell of an uploaded workbook is. What the field
 * cannot take stays in the cell as typed, the field is empty then, and `faultOfKept` says why.
 */
export function typeCell(row: TypedRow, field: string, text: string, unit: string | null): TypedRow {
  const { [field]: _before, ...others } = row.kept
  const read = readTyped(row.entry, field, text, unit)
  if (read.ok)
    return field === 'nil' ? again({ entry: read.said, kept: others }, unit) : { entry: read.said, kept: others }
  const emptied = readTyped(row.entry, field, '', unit)
  return { entry: emptied.ok ? emptied.said : row.entry, kept: { ...others, [field]: text } }
}

/** With 本期无变化 taken off, figures that waited beside it may be good. */
function again({ entry, kept }: TypedRow, unit: string | null): TypedRow {
  const waiting = Object.entries(kept).filter(([field]) => isFigure(entry.kind, field))
  return waiting.reduce((row: TypedRow, [field, text]) => typeCell(row, field, text, unit), { entry, kept })
}

/** What stands in a cell. */
export const cellText = ({ entry, kept }: TypedRow, field: string): string => kept[field] ?? cellsOf(entry)[field] ?? ''

/** Why a cell's field cannot take what stands there; undefined: it does. */
export function faultOfKept({ entry, kept }: TypedRow, field: string, unit: string | null): string | undefined {
  const text = kept[field]
  if (text === undefined) return undefined
  const read = readTyped(entry, field, text, unit)
  return read.ok ? undefined : read.why
}
