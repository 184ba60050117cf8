import { keyOf } from '@lianxi/domain/report-sheet/identity'
import type { ReportState } from '@lianxi/domain/report/state'
import type { Entry } from '@lianxi/schema/commands/entry'
import type { Period } from '@lianxi/schema/period'
import { z } from 'zod'
import { type Reading, type Sql, sql } from '../client'
import { prefill } from '../report/prefill'
import { type Known, knownJson, onBoardOf, parseKnown } from '../report/known'
import { parseStored, reportJson, stateOf, type StoredReport } from '../report/row'

export type Office = { zone: string; region: string }
export type FilingKey = { subject: string; period: Period }
export type SheetFiling = {
  known: Known
  stored: StoredReport | undefined
  state: ReportState
  /** What stands in the report, else what its form starts with. */
  base: Entry
  /** The subjects its report is said of too. */
  served: SheetFiling[]
}

const Row = z.object({ subject: z.string(), period: z.string(), known: z.unknown(), stored: z.unknown() })

/**
 * Several filings of a region in one statement, as `handleReport` reads one, and in a second what they serve where any
 * does; what is no subject is not there.
 */
export async function readFilings(
  db: Reading,
  office: Office,
  keys: readonly FilingKey[],
): Promise<Map<string, SheetFiling>> {
  return withServed(db, office, keys, await readEach(db, office, keys))
}

/** Adds what the filings serve. */
async function withServed(db: Reading, office: Office, keys: readonly FilingKey[], filings: Map<string, SheetFiling>) {
  const serving = keys.flatMap(({ subject, period }) => {
    const { known } = filings.get(keyOf({ subject, period })) ?? {}
    return known === undefined ? [] : [{ subject, period, known }]
  })
  const served = await readServed(db, office, serving)
  for (const [key, filing] of filings) filing.served = served.get(key) ?? []
  return filings
}

/** What is known of the subjects that reports serve, by the serving report's key; no statement where none does. */
export async function readServed(
  db: Reading,
  office: Office,
  serving: readonly (FilingKey & { known: Known })[],
): Promise<Map<string, SheetFiling[]>> {
  const keys = serving.flatMap(({ period, known }) => known.serves.map((subject) => ({ subject, period })))
  const filings = keys.length === 0 ? new Map<string, SheetFiling>() : await readEach(db, office, keys)
  return new Map(
    serving.map(({ subject, period, known }) => [
      keyOf({ subject, period }),
      known.serves.flatMap((other) => filings.get(keyOf({ subject: other, period })) ?? []),
    ]),
  )
}

async function readEach(db: Reading, office: Office, keys: readonly FilingKey[]): Promise<Map<string, SheetFiling>> {
  const [row] = await db.$queryRaw<{ filings: unknown }[]>(sql`SELECT ${filingsJson(office, keys)} AS filings`)
  return parseFilings(row?.filings)
}

/** Filings as a JSON array, for a statement that reads more than that; `filingsOf` reads it. */
export function filingsJson({ zone, region }: Office, keys: readonly FilingKey[]): Sql {
  const [subjects, periods] = [keys.map(({ subject }) => subject), keys.map(({ period }) => period)]
  return sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('subject', f.subject, 'period', f.period,
    'known', ${knownJson(sql`SELECT ${zone} AS zone, f.subject, ${region} AS region, f.period,
        left(f.period, 4)::int AS year, CASE WHEN f.period LIKE '%H%' THEN 'half' WHEN f.period LIKE '%Q%' THEN 'quarter'
          WHEN f.period LIKE '%-%' THEN 'month' ELSE 'year' END AS frequency`)},
    'stored', (SELECT ${reportJson} FROM report r WHERE r.zone = ${zone} AND r.subject = f.subject
      AND r.region = ${region} AND r.period = f.period))), '[]')
    FROM unnest(${subjects}::text[], ${periods}::text[]) AS f (subject, period))`
}

/** What `filingsJson` gave, with what the filings serve. */
export const filingsOf = (db: Reading, office: Office, keys: readonly FilingKey[], rows: unknown) =>
  withServed(db, office, keys, parseFilings(rows))

function parseFilings(rows: unknown): Map<string, SheetFiling> {
  const found = z
    .array(Row)
    .parse(rows)
    .flatMap((row): [string, SheetFiling][] => {
      const known = parseKnown(row.known)
      if (known === undefined) return []
      const stored = parseStored(row.stored)
      const state = stateOf(stored, onBoardOf(known))
      return [[keyOf(row), { known, stored, state, base: state.entry ?? prefill(known), served: [] }]]
    })
  return new Map(found)
}
