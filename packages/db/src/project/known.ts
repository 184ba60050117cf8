import type { KnownListing, LibraryContext } from '@lianxi/domain/project/decide'
import { evolveLibrary, LIBRARY_EVENTS, LibraryEntry, type LibrarySaid } from '@lianxi/domain/project/library'
import { EVENTS, isEventType } from '@lianxi/schema/events/registry'
import { zoneTopic } from '@lianxi/schema/topics'
import { SubjectKind } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { raw, type Reading, sql } from '../client'
import { readClock } from '../readers/moment/stream-state'

const Listing = z.object({
  code: z.string(),
  kind: SubjectKind,
  regions: z.array(z.string()).nullable(),
  regionUnknown: z.boolean().nullable(),
  parent: z.string().nullable(),
})

/** What the rules ask of the board: the named listings, every merge of the zone, and the day in China. */
export async function readLibraryContext(
  tx: Reading,
  zone: string,
  codes: readonly string[],
): Promise<Pick<LibraryContext, 'listings' | 'merged' | 'today'> & { now: string }> {
  const [rows, entries, time] = await Promise.all([
    tx.$queryRaw<unknown[]>(sql`
      SELECT code, kind, doc->'regions' AS regions, (doc->>'regionUnknown')::boolean AS "regionUnknown",
        doc->>'parent' AS parent
      FROM board.subject WHERE zone = ${zone} AND code = ANY(${codes})`),
    readEntriesToBe(tx, zone),
    readClock(tx),
  ])
  const listings = z
    .array(Listing)
    .parse(rows)
    .map(({ regions, regionUnknown, ...listing }): KnownListing => {
      const place = { regions: regions ?? [], regionUnknown: regionUnknown ?? false }
      return { ...listing, ...place, entry: entries.get(listing.code) }
    })
  return {
    listings: new Map(listings.map((listing) => [listing.code, listing])),
    merged: mergesOf(entries),
    ...time,
  }
}

export const mergesOf = (entries: ReadonlyMap<string, LibraryEntry>): Map<string, string> =>
  new Map([...entries].flatMap(([code, { merged }]) => (merged === null ? [] : [[code, merged.into] as const])))

/** Every entry of the zone's library as the board has it. */
export async function readEntries(db: Reading, zone: string): Promise<Map<string, LibraryEntry>> {
  const rows = await db.$queryRaw<{ code: string; state: unknown }[]>(
    sql`SELECT code, state FROM board.library WHERE zone = ${zone}`,
  )
  return new Map(rows.map(({ code, state }) => [code, LibraryEntry.parse(state)]))
}

const TYPES = raw(LIBRARY_EVENTS.map((type) => `'${type}'`).join(', '))

/** The board's entries with what is on its way to it: two deeds that follow each other must not contradict. */
async function readEntriesToBe(tx: Reading, zone: string): Promise<Map<string, LibraryEntry>> {
  const entries = await readEntries(tx, zone)
  const rows = await tx.$queryRaw<{ id: string; key: string; headers: unknown; value: string }[]>(sql`
    SELECT o.event_id::text AS id, o.key, o.headers, o.value FROM outbox o
    WHERE o.topic = ${zoneTopic(zone, 'plan')} AND (o.headers->>'ce_type') IN (${TYPES}) AND o.refused_reason IS NULL
      AND NOT EXISTS (SELECT FROM ingested_event e WHERE e.topic = o.topic AND e.event_id = o.event_id)
    ORDER BY o.id`)
  for (const row of rows) entries.set(row.key, evolveLibrary(entries.get(row.key), readPending(row)))
  return entries
}

const Headers = z.looseObject({ ce_type: z.enum(LIBRARY_EVENTS), ce_source: z.string() })

function readPending({ id, headers, value }: { id: string; headers: unknown; value: string }): LibrarySaid {
  const { ce_type: type, ce_source: body } = Headers.parse(headers)
  if (!isEventType(type)) throw new Error(`${String(type)} is not a type of this build`)
  // Type and data come from the same entry of the registry; TypeScript cannot follow that through the union.
  return { type, data: EVENTS[type].schema.parse(JSON.parse(value)), eventId: id, body } as LibrarySaid
}
