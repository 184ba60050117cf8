import { createReadStream, writeSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { EncodedEvent } from '@lianxi/schema/events/encode'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'

const TABLES = `
  CREATE TABLE limit_event (event_id uuid PRIMARY KEY, topic text, type text, source text, subject text, region text,
    period text, occurred_at timestamptz, data jsonb);
  CREATE TABLE limit_current (subject text, region text, period text, event_id uuid, occurred_at timestamptz,
    data jsonb, PRIMARY KEY (subject, region, period))`
const COPY = `COPY limit_event FROM STDIN`
const MERGE = `
  INSERT INTO limit_current
  SELECT DISTINCT ON (subject, region, period) subject, region, period, event_id, occurred_at, data
  FROM limit_event ORDER BY subject, region, period, occurred_at DESC
  ON CONFLICT (subject, region, period) DO UPDATE
    SET event_id = excluded.event_id, occurred_at = excluded.occurred_at, data = excluded.data`

const Place = z.object({ region: z.string(), period: z.string() })

/** Passes events on and writes them down as COPY reads them, so that the limit has the very same ones, prepared. */
export function* noting(events: Iterable<EncodedEvent>, file: number): Generator<EncodedEvent> {
  let lines: string[] = []
  for (const event of events) {
    yield event
    if (lines.push(copyLine(event)) < 1_000) continue
    writeSync(file, lines.join(''))
    lines = []
  }
  writeSync(file, lines.join(''))
}

function copyLine({ id, topic, key, headers, value }: EncodedEvent): string {
  const { region, period } = Place.parse(JSON.parse(value))
  const columns = [id, topic, headers['ce_type'], headers['ce_source'], key, region, period, headers['ce_time'], value]
  return `${columns.map((column) => (column ?? '\\N').replace(/[\\\t\n\r]/g, escape)).join('\t')}\n`
}

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
])
const escape = (sign: string): string => ESCAPES.get(sign) ?? sign

/** The limit: the same events into a table with a uuid key by COPY, then one merging upsert. Seconds until committed. */
export async function measureLimit(url: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(TABLES)
    const began = performance.now()
    await pipeline(createReadStream(file), client.query(copyFrom(COPY)))
    await client.query(MERGE)
    return (performance.now() - began) / 1000
  } finally {
    await client.end()
  }
}
