import { BinaryWriter } from './binary-writer'

type Kind<Value> = { name: string; oid: number; write: (to: BinaryWriter, value: Value) => void }
const kind = <Value>(name: string, oid: number, write: Kind<Value>['write']): Kind<Value> => ({ name, oid, write })

/** PostgreSQL's types as they travel, with the object ids its catalogue has given them for ever. */
export const TEXT = kind<string>('text', 25, (to, value) => to.textField(value))
export const BOOL = kind<boolean>('bool', 16, (to, value) => to.boolField(value))
export const INT4 = kind<number>('int4', 23, (to, value) => to.int4Field(value))
export const INT8 = kind<number>('int8', 20, (to, value) => to.int8Field(value))
export const UUID = kind<string>('uuid', 2950, (to, value) => to.uuidField(value))
export const BYTEA = kind<Uint8Array>('bytea', 17, (to, value) => to.bytesField(value))
/** ISO 8601 in UTC, milliseconds. */
export const INSTANT = kind<string>('timestamptz', 1184, (to, value) => to.instantField(Date.parse(value)))
/** The same as milliseconds since 1970. */
export const EPOCH_MS = kind<number>('timestamptz', 1184, (to, value) => to.instantField(value))
/** JSON as text, or as its bytes in UTF-8. */
export const JSONB = kind<string | Uint8Array>('jsonb', 3802, (to, value) => to.jsonbField(value))

/** One column of rows: how it is called, what it is, how to read it from a row. */
export type BinaryColumn<Row> = {
  name: string
  type: string
  oid: number
  write: (to: BinaryWriter, row: Row) => void
}

export function column<Row, Value>(
  name: string,
  { name: type, oid, write }: Kind<Value>,
  read: (row: Row) => Value | null,
): BinaryColumn<Row> {
  return {
    name,
    type,
    oid,
    write: (to, row) => {
      const value = read(row)
      if (value === null) to.nullField()
      else write(to, value)
    },
  }
}

const EXPECTED_BYTES = 24

/** One array a column, as a parameter of `unnest`. */
export function encodeArrays<Row>(columns: readonly BinaryColumn<Row>[], rows: readonly Row[]): Buffer[] {
  return columns.map(({ oid, write }) => {
    const to = new BinaryWriter(20 + rows.length * EXPECTED_BYTES)
    for (const word of [1, 1, oid, rows.length, 1]) to.int32(word) // dimensions, may hold nulls, type, length, first index
    for (const row of rows) write(to, row)
    return to.finish()
  })
}

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')

/** Rows for `COPY … FROM STDIN (FORMAT binary)`. */
export function encodeCopy<Row>(columns: readonly BinaryColumn<Row>[], rows: readonly Row[]): Buffer {
  const to = new BinaryWriter(64 + rows.length * columns.length * EXPECTED_BYTES * 4)
  to.raw(SIGNATURE)
  to.int32(0) // no flags
  to.int32(0) // no extension
  for (const row of rows) {
    to.int16(columns.length)
    for (const { write } of columns) write(to, row)
  }
  to.int16(-1)
  return to.finish()
}
