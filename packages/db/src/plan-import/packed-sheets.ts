import { EMPTY, type Cell, type Sheet } from '@lianxi/office-files/plain-cell'
import { z } from 'zod'

/** An empty cell is 0, plain text itself, anything else its parts: a tenth of the bytes of objects. */
const Packed = z.union([
  z.literal(0),
  z.string(),
  z.tuple([z.enum(['text', 'number', 'date', 'fault']), z.string(), z.boolean(), z.string().nullable()]),
])
const Sheets = z.array(z.tuple([z.string(), z.boolean(), z.array(z.tuple([z.int(), z.array(Packed)]))]))
type Packed = z.infer<typeof Packed>

function pack({ kind, text, percent, mergedFrom }: Cell): Packed {
  if (kind === 'empty') return 0
  return kind === 'text' && mergedFrom === null ? text : [kind, text, percent, mergedFrom]
}

function unpack(packed: Packed): Cell {
  if (packed === 0) return EMPTY
  if (typeof packed === 'string') return { ...EMPTY, kind: 'text', text: packed }
  const [kind, text, percent, mergedFrom] = packed
  return { kind, text, percent, mergedFrom }
}

/** Cells as one JSON text, to keep an uploaded workbook until it is applied. */
export const packSheets = (sheets: readonly Sheet[]): string =>
  JSON.stringify(
    sheets.map(({ name, hidden, rows }) => [name, hidden, rows.map(({ number, cells }) => [number, cells.map(pack)])]),
  )

export const unpackSheets = (text: string): Sheet[] =>
  Sheets.parse(JSON.parse(text)).map(([name, hidden, rows]) => ({
    ...{ name, hidden },
    rows: rows.map(([number, cells]) => ({ number, cells: cells.map(unpack) })),
  }))
