import type { Cell } from 'exceljs'
import { findNumber, shift } from './plain-number'
import type { ColumnKind, PlainValue } from './table-spec'

export const FORMATS: Record<ColumnKind, string> = {
  text: '@',
  integer: '0',
  decimal: 'General',
  percent: '0.######%',
  wan: '#,##0',
  date: 'yyyy-mm-dd',
}
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** The day, or undefined: 2025-06-31 is none, and must not come back as the next day's date. */
function findDay(text: string): Date | undefined {
  const day = new Date(`${text}T00:00:00Z`)
  const real = DATE.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  return real ? day : undefined
}

/** Excel keeps 15 digits of a number; longer ones are written as text, so that none is lost. */
const MAX_DIGITS = 15

/** Writes one value as its column's kind wants it; what is no such value is written as the text it is. */
export function writeCell(cell: Cell, value: PlainValue, kind: ColumnKind): void {
  cell.alignment = { vertical: 'top', wrapText: kind === 'text', horizontal: kind === 'text' ? 'left' : 'right' }
  if (value === null || value === '') return
  const written = asKind(String(value), kind)
  cell.value = written
  cell.numFmt = FORMATS[typeof written === 'string' ? 'text' : kind]
}

function asKind(text: string, kind: ColumnKind): string | number | Date {
  if (kind === 'text') return text
  if (kind === 'date') return findDay(text) ?? text
  const number = findNumber({ text, percent: false })
  if (number === undefined || number.percent || number.value.replace(/\D/g, '').length > MAX_DIGITS) return text
  return Number(kind === 'percent' ? shift(number.value, -2) : number.value)
}
