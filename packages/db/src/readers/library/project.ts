import { type Keeper, mayKeep } from '@lianxi/domain/project/keeper'
import { LIBRARY_EVENTS, type LibraryEntry, type LibraryEvent } from '@lianxi/domain/project/library'
import { rollingPlace } from '@lianxi/domain/project/rolling'
import { listedAs } from '@lianxi/domain/project/groups'
import { libraryWords } from '@lianxi/domain/project/words'
import { EVENTS } from '@lianxi/schema/events/registry'
import type { ProjectListed } from '@lianxi/schema/events/facts'
import { zoneTopic } from '@lianxi/schema/topics'
import type { LibraryListing, LibraryProject, LibrarySuspicion } from '@lianxi/schema/views/library'
import { gate as gates, preliminaryStep, rung as rungs } from '@lianxi/schema/library-vocabulary'
import { z } from 'zod'
import { type Database, type Reading, sql } from '../../client'
import { mergesOf, readEntries } from '../../project/known'
import { contradictionOf, placeNames, standingOf, timingOf } from './read'
import {
  groupListings,
  type LastStage,
  type Open,
  openSuspicions,
  readLastStages,
  readListings,
  readKnownListings,
  settledBy,
} from './listings'
import { readElsewhereOf } from './elsewhere'
import { type Sight, visibleRegions } from '../moment/frame'
import { iso } from '../base/parts'
import { bodyName, provenance, readReference, type Reference, regionName } from '../base/reference'
import { readToday } from '../moment/stream-state'

/** The library's part of a project's page; undefined when the zone lists no such project. */
export async function findLibraryProject(
  db: Database,
  { zone, code }: { zone: string; code: string },
  sight: Sight,
  keeper: Keeper,
): Promise<LibraryProject | undefined> {
  const [reference, entries, today] = await Promise.all([readReference(db, zone), readEntries(db, zone), readToday(db)])
  const settled = settledBy(entries)
  const { leaderOf } = settled
  // A province lists fifty thousand projects: only those the page names are read.
  const listings = await readListings(db, zone, listedAs(code, mergesOf(entries)))
  const own = listings.find((listing) => listing.code === code)
  const leader = listings.find((listing) => listing.code === leaderOf(code)) ?? own
  if (own === undefined || leader === undefined) return undefined
  const group = groupListings(listings, entries).get(leader.code) ?? [own]
  const codes = group.map((listing) => listing.code)
  const [known, elsewhere, stages, log] = await Promise.all([
    leader.code === code ? readKnownListings(db, zone) : null,
    readElsewhereOf(db, { zone, group, entries }),
    readLastStages(db, zone, visibleRegions(reference, sight), codes),
    readLog(db, reference, codes),
  ])
  const open = known === null ? [] : openSuspicions(group, known.suspicionsOf, settled)
  const apart = apartFrom(new Set(codes), entries)
  const others = [...open, ...apart].flatMap(({ other }) => [other, leaderOf(other)])
  const byCode = new Map((await readListings(db, zone, new Set(others))).map((listing) => [listing.code, listing]))
  const entry = entries.get(leader.code)
  const standing = standingOf(group, entry)
  const timing = timingOf(group, entry)
  const spoken = spokenBy(reference)
  return {
    ...{ zone, code, today, seen: entries.get(code)?.eventId ?? null, standing, log },
    mayRecord: leader.code === code && mayKeep(keeper, own),
    leader: leader.code === code ? null : { code: leader.code, name: leader.name },
    listings: group.map((listing) => toListing(reference, listing, entries.get(listing.code), stages)),
    contradiction: contradictionOf(
      standing,
      stages.flatMap(({ stage }) => stage ?? []),
    ),
    ...ladderOf(entry, spoken),
    schedule: {
      startIn: timing.startIn,
      completeIn: timing.completeIn,
      recorded: entry !== undefined && entry.schedule !== null,
    },
    place: rollingPlace(timing, Number(today.slice(0, 4))) ?? null,
    suspicions: open.flatMap((one) => {
      const found = byCode.get(leaderOf(one.other)) ?? byCode.get(one.other)
      if (found === undefined) return []
      const mayDecide = mayKeep(keeper, own) && mayKeep(keeper, found)
      return [{ of: one.of, ...toSuspicion(reference, found, entries, one), mayDecide }]
    }),
    ...elsewhere,
    apart: apart.flatMap(({ other, said }) => {
      const found = byCode.get(other)
      return found === undefined ? [] : [{ code: other, name: found.name, ...spoken(said) }]
    }),
  }
}

/** What was recorded of rungs, steps and gates; what nobody recorded is there as null. */
function ladderOf(entry: LibraryEntry | undefined, spoken: ReturnType<typeof spokenBy>) {
  return {
    rung: entry?.rung ? spoken(entry.rung) : null,
    reached: rungs.words.flatMap((rung) => {
      const on = entry?.reached[rung]
      return on === undefined ? [] : [{ rung, on }]
    }),
    steps: preliminaryStep.words.map((step) => ({ step, last: maybe(entry?.steps[step], spoken) })),
    gates: gates.words.map((gate) => ({ gate, last: maybe(entry?.gates[gate], spoken) })),
  }
}

function toSuspicion(
  reference: Reference,
  found: ProjectListed,
  entries: ReadonlyMap<string, LibraryEntry>,
  { score, reasons }: Open,
): Omit<LibrarySuspicion, 'of' | 'mayDecide'> {
  const { code, name, plan } = found
  return {
    ...{ code, name, score, reasons, regions: placeNames(reference, found) },
    planName: reference.plans.get(plan)?.name ?? plan,
    seen: entries.get(code)?.eventId ?? null,
  }
}

const maybe = <Said, View>(said: Said | undefined, view: (said: Said) => View): View | null =>
  said === undefined ? null : view(said)

/** Bodies by their names. */
const spokenBy =
  (reference: Reference) =>
  <Said extends { body: string }>(said: Said): Said => ({ ...said, body: bodyName(reference, said.body).name })

/** Refusals are kept with the code that comes first of the two. */
function apartFrom(codes: ReadonlySet<string>, entries: ReadonlyMap<string, LibraryEntry>) {
  return [...entries].flatMap(([code, { apart }]) =>
    Object.entries(apart).flatMap(([other, said]) => {
      if (codes.has(code) === codes.has(other)) return []
      return [{ other: codes.has(code) ? other : code, said }]
    }),
  )
}

function toListing(
  reference: Reference,
  listing: ProjectListed,
  entry: LibraryEntry | undefined,
  stages: readonly LastStage[],
): LibraryListing {
  const { code, name, domain: field, stage, investmentWan } = listing
  return {
    ...{ code, name, field, stage, investmentWan, seen: entry?.eventId ?? null },
    source: provenance(reference, listing.source),
    regions: placeNames(reference, listing),
    merged: entry?.merged ? spokenBy(reference)(entry.merged) : null,
    reports: stages.flatMap(({ subject, region, ...said }) =>
      subject === code ? [{ region: regionName(reference, region), ...said }] : [],
    ),
  }
}

const LogRow = z.object({
  id: z.string(),
  type: z.enum(LIBRARY_EVENTS),
  source: z.string(),
  at: z.string(),
  data: z.unknown(),
})

/** Everything ever recorded of these listings, latest first. */
async function readLog(db: Reading, reference: Reference, codes: readonly string[]): Promise<LibraryProject['log']> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT event_id::text AS id, type, source, ${iso('occurred_at')} AS at, data FROM ingested_event
    WHERE topic = ${zoneTopic(reference.zone.code, 'plan')} AND subject = ANY(${codes})
      AND type = ANY(${[...LIBRARY_EVENTS]})
    ORDER BY "offset" DESC`)
  return z
    .array(LogRow)
    .parse(rows)
    .map(({ id, type, source, at, data }) => {
      // Type and data come from the same entry of the registry; TypeScript cannot follow that through the union.
      const event = { type, data: EVENTS[type].schema.parse(data) } as LibraryEvent
      const { decidedBy, code } = event.data
      const text = codes.length > 1 ? `${code} ${libraryWords(event)}` : libraryWords(event)
      return { eventId: id, at, by: decidedBy, body: bodyName(reference, source).name, text }
    })
}
