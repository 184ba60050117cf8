import pg from 'pg'
import { codeOf, groupsOf, idOf, nameOf, PROVED, SAMPLE, STEPS } from './setting'

/** Tables with rows of subjects, and the column that names the subject. Largest first: two are written at a time. */
const TABLES = [
  { table: 'public.status_history', by: 'subject' },
  { table: 'public.status', by: 'subject' },
  { table: 'board.progress_history', by: 'subject' },
  { table: 'board.progress', by: 'subject' },
  { table: 'board.figures', by: 'subject' },
  { table: 'public.ingested_event', by: 'subject' },
  { table: 'board.item', by: 'code' },
  { table: 'board.duty', by: 'subject' },
  { table: 'board.subject', by: 'code' },
] as const
type Table = (typeof TABLES)[number]
/** `differs`: some row of the sample has in it what copies have otherwise. */
type Column = { name: string; type: string; differs: boolean }

const COLUMNS = `
  SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
  WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`

const MARKS = [
  ...[codeOf, nameOf, idOf].map((of) => of(SAMPLE)),
  ...groupsOf(SAMPLE).flatMap(({ regions }) => regions.map(({ code }) => code)),
].join('|')

async function readColumns(client: pg.Client, { table, by }: Table): Promise<Column[]> {
  const { rows } = await client.query<Omit<Column, 'differs'>>(COLUMNS, [table])
  const looks = rows.map(({ name }) => `coalesce(bool_or(t."${name}"::text ~ '${MARKS}'), false) AS "${name}"`)
  const found = await client.query<Record<string, boolean>>(
    `SELECT ${looks.join(', ')} FROM ${table} t WHERE t.${by} LIKE '%${codeOf(SAMPLE)}'`,
  )
  return rows.map((column) => ({ ...column, differs: found.rows[0]?.[column.name] === true }))
}

/** Said by the transaction that wrote a row, and fingerprints of bytes and columns: not what was said itself. */
const NOT_COMPARED = new Set(['valid_from', 'valid', 'chunk_id', 'offset', 'appended_at', 'sha256', 'digest'])

/** A column of the copy (`c.step`, `c.nth`) of a sample's row `t`; `c` also names its two regions and the copy's. */
function copied({ name, type, differs }: Column): string {
  const column = `t."${name}"`
  const codes = (of: string) =>
    `replace(replace(replace(${of}, '${codeOf(SAMPLE)}', c.code), c.from_a, c.to_a), c.from_b, c.to_b)`
  const words = (of: string) => `replace(${of}, '${nameOf(SAMPLE)}', c.name)`
  const id = (of: string) => `replace(${of}, '${idOf(SAMPLE)}', c.id)`
  if (name === 'offset') return `${column} + c.place`
  if (!differs) return column
  if (type === 'text') return words(codes(column))
  if (type === 'uuid') return `${id(`${column}::text`)}::uuid`
  return type === 'jsonb' || type === 'text[]' ? `${words(id(codes(`${column}::text`)))}::${type}` : column
}

/** The copies to write: of each of the sample's groups `copies` in every step, but for the sample itself. */
function copiesSql(copies: number): string {
  const rows = Array.from({ length: STEPS }, (_, step) =>
    groupsOf(SAMPLE).map(({ nth, regions: [a, b] }) => {
      const [toA, toB] = groupsOf({ group: step, nth: 0 })[nth % groupsOf(SAMPLE).length]?.regions ?? [a, b]
      return `(${step}, '${a.code}', '${b.code}', '${toA.code}', '${toB.code}')`
    }),
  ).flat()
  return `
    SELECT g.*, nth, step * ${copies} + nth AS place, '-K' || lpad(nth::text, 3, '0') AS code, '№' || lpad(nth::text, 3, '0') AS name,
      '-7' || lpad(to_hex(nth), 3, '0') || '-8' || lpad(to_hex(step), 3, '0') || '-' AS id
    FROM (VALUES ${rows.join(', ')}) AS g (step, from_a, from_b, to_a, to_b)
    CROSS JOIN generate_series(0, ${copies - 1}) nth WHERE (step, nth) <> (0, 0)`
}

const PROVED_FROM = groupsOf(SAMPLE)[0]?.regions[0].code ?? ''
const IS_PROVED = `c.step = ${PROVED.group} AND c.nth = ${PROVED.nth} AND c.from_a = '${PROVED_FROM}'`
/**
 * The sample's rows in their order, each with the copies of its group: a commit's rows stay beside each other, as the
 * fold writes them. A join would be free to begin with the copies, and the history would lie in five years' disorder.
 */
const fromSample = (table: string, by: string, order: string) => `
  (SELECT t.*, substring(t.${by} FROM 'P-([0-9]{6})-') AS owner FROM ${table} t
   WHERE t.${by} LIKE '%${codeOf(SAMPLE)}' ORDER BY ${order}) t
  CROSS JOIN LATERAL (SELECT * FROM c WHERE t.owner IN (c.from_a, c.from_b) OFFSET 0) c`

/**
 * Writes the copies of every row of the sample as the fold would have written them in the same commits: its chunks are
 * as many times longer. First it proves that this is so. Indexes are made anew afterwards.
 * @throws when a copy is not what the fold wrote, with the row
 */
export async function multiply(url: string, copies: number, say: (line: string) => void): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    await prove(admin, copies)
    say('copies are what the fold wrote of the same events')
    const room = copies * STEPS
    await admin.query(`UPDATE ingested_event SET "offset" = -1 - "offset"`)
    await admin.query(`UPDATE ingested_event SET "offset" = (-1 - "offset") * ${room}`)
    const left = [...TABLES]
    const work = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const rows = await writeCopies(url, next, copies)
        say(`${next.table}: ${rows} rows more`)
      }
    }
    await Promise.all([work(), work()])
    await admin.query(`
      UPDATE chunk SET from_offset = from_offset * ${room}, to_offset = to_offset * ${room} + ${room - 1};
      UPDATE chunk c SET events = e.n FROM (SELECT chunk_id, count(*) AS n FROM ingested_event GROUP BY chunk_id) e
        WHERE e.chunk_id = c.id;
      INSERT INTO consumer_offset (topic, partition, next_offset) SELECT topic, 0, max("offset") + 1 FROM ingested_event
        GROUP BY topic ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset;
      UPDATE board_clock SET events = (SELECT count(*) FROM ingested_event)`)
    await admin.query('VACUUM ANALYZE chunk')
  } finally {
    await admin.end()
  }
}

async function writeCopies(url: string, of: Table, copies: number): Promise<number> {
  const { table, by } = of
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const columns = await readColumns(client, of)
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made FROM pg_index
       WHERE indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
      [table],
    )
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
    // The history grows in the order of stamps, and so do its copies.
    const order = columns.some(({ name }) => name === 'valid')
      ? 'upper(valid)'
      : columns.some(({ name }) => name === 'chunk_id')
        ? 'chunk_id'
        : 'ctid'
    const { rowCount } = await client.query(`
      WITH c AS MATERIALIZED (${copiesSql(copies)})
      INSERT INTO ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')})
      SELECT ${columns.map(copied).join(', ')} FROM ${fromSample(table, by, order)} WHERE NOT (${IS_PROVED})`)
    await client.query(`SET maintenance_work_mem = '512MB'`)
    for (const { made } of indexes) await client.query(made)
    await client.query(`VACUUM ANALYZE ${table}`)
    return rowCount ?? 0
  } finally {
    await client.end()
  }
}

/** Compares what SQL makes of a group's sample with what the real path wrote of that copy, row by row. */
async function prove(admin: pg.Client, copies: number): Promise<void> {
  for (const each of TABLES) {
    const { table, by } = each
    const columns = await readColumns(admin, each)
    const compared = columns.filter(({ name }) => !NOT_COMPARED.has(name))
    const { rows } = await admin.query<{ differs: unknown; rows: string }>(`
      WITH c AS (${copiesSql(copies)}),
      made AS (SELECT ${compared.map((column) => `${copied(column)} AS "${column.name}"`).join(', ')}
        FROM ${fromSample(table, by, 'ctid')} WHERE ${IS_PROVED}),
      real AS (SELECT ${compared.map(({ name }) => `t."${name}"`).join(', ')}
        FROM ${table} t WHERE t.${by} LIKE '%${codeOf(PROVED)}')
      SELECT (SELECT count(*) FROM real) AS rows,
        (SELECT to_jsonb(d) FROM ((SELECT * FROM made EXCEPT ALL SELECT * FROM real) UNION ALL
          (SELECT * FROM real EXCEPT ALL SELECT * FROM made)) d LIMIT 1) AS differs`)
    const [found] = rows
    if (found === undefined || found.rows === '0') throw new Error(`${table}: nothing to prove the copies by`)
    if (found.differs !== null) throw new Error(`${table}: a copy differs: ${JSON.stringify(found.differs)}`)
  }
}
