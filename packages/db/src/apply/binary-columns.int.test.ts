import fc from 'fast-check'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { expect, it, onTestFinished } from 'vitest'
import { createPool } from '../pool'
import { createMigratedDatabase } from '../testing/migrated-database'
import { BOOL, BYTEA, column, encodeArrays, encodeCopy, INSTANT, INT4, INT8, JSONB, TEXT, UUID } from './binary-columns'

type Row = {
  text: string | null
  int4: number | null
  int8: number | null
  bool: boolean | null
  uuid: string | null
  bytes: Buffer | null
  instant: string | null
  json: string | null
}

const COLUMNS = [
  column('text', TEXT, (row: Row) => row.text),
  column('int4', INT4, (row: Row) => row.int4),
  column('int8', INT8, (row: Row) => row.int8),
  column('bool', BOOL, (row: Row) => row.bool),
  column('uuid', UUID, (row: Row) => row.uuid),
  column('bytes', BYTEA, (row: Row) => row.bytes),
  column('instant', INSTANT, (row: Row) => row.instant),
  column('json', JSONB, (row: Row) => row.json),
]
const NAMES = COLUMNS.map(({ name }) => name).join(', ')
const READ = `text, int4, int8::text, bool, uuid, bytes, instant, json::text`

/** Text as PostgreSQL takes it: no NUL, no half characters. */
const word = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replaceAll('\0', ''))
const rows = fc.array(
  fc.record<Row>({
    text: fc.option(word),
    int4: fc.option(fc.integer()),
    int8: fc.option(fc.maxSafeInteger()),
    bool: fc.option(fc.boolean()),
    uuid: fc.option(fc.uuid()),
    bytes: fc.option(fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))),
    instant: fc.option(
      fc
        .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
        .map((at) => at.toISOString()),
    ),
    json: fc.option(word.map((text) => JSON.stringify(text))),
  }),
  { minLength: 1, maxLength: 20 },
)

it('what goes over in binary form is what arrives, as array parameters and by COPY', async () => {
  const database = await createMigratedDatabase()
  const pool = createPool(database.url('migrator'), { max: 1 })
  onTestFinished(() => pool.end())
  const tx = await pool.connect()
  await tx.query(`CREATE TEMP TABLE copied (n int GENERATED ALWAYS AS IDENTITY, text text, int4 int4, int8 int8, bool bool,
    uuid uuid, bytes bytea, instant timestamptz, json jsonb)`)
  const unnest = `SELECT ${READ} FROM unnest(${COLUMNS.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ')}) AS r (${NAMES})`
  const told = (row: Row) => ({
    ...row,
    int8: row.int8?.toString() ?? null,
    instant: row.instant && new Date(row.instant),
  })
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      expect((await tx.query(unnest, encodeArrays(COLUMNS, given))).rows).toEqual(given.map(told))
      await tx.query('TRUNCATE copied')
      const copy = tx.query(copyFrom(`COPY copied (${NAMES}) FROM STDIN (FORMAT binary)`))
      copy.end(encodeCopy(COLUMNS, given))
      await finished(copy)
      expect((await tx.query(`SELECT ${READ} FROM copied ORDER BY n`)).rows).toEqual(given.map(told))
    }),
    { numRuns: 60 },
  )
  tx.release()
})
