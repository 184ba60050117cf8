import { setImmediate } from 'node:timers/promises'
import { createMatcher, type Listed, type Matcher, type Suspicion } from '@lianxi/domain/project/match'
import { leadersOf } from '@lianxi/domain/project/groups'
import type { LibraryEntry } from '@lianxi/domain/project/library'
import { ProjectListed } from '@lianxi/schema/events/facts'
import { Period } from '@lianxi/schema/period'
import { Stage } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Database, empty, raw, type Reading, sql } from '../../client'
import { mergesOf } from '../../project/known'
import { createByVersion } from '../moment/by-version'
import { type Board, CURRENT } from '../base/board'
import { periodEnd } from '../base/parts'

/** So many are read before others get their turn: a province's fifty thousand take seconds. */
const AT_ONCE = 100

/** Projects the zone's plans list, all or some, in the Chinese order of names. */
export async function readListings(db: Reading, zone: string, codes?: Iterable<string>): Promise<ProjectListed[]> {
  const only = codes === undefined ? empty : sql`AND code = ANY(${[...codes]})`
  const rows = await db.$queryRaw<{ doc: unknown }[]>(sql`
    SELECT doc FROM board.subject WHERE zone = ${zone} AND kind = 'project' ${only} ORDER BY name COLLATE zh, code`)
  const listings: ProjectListed[] = []
  for (const [at, { doc }] of rows.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
    listings.push(ProjectListed.parse(doc))
  }
  return listings
}

/** Listings by the project they stand for: the leading one first. A leader nobody listed yet leaves the rest alone. */
export function groupListings<Listing extends { code: string }>(
  listings: readonly Listing[],
  entries: ReadonlyMap<string, LibraryEntry>,
): Map<string, [Listing, ...Listing[]]> {
  const leaderOf = leadersOf(mergesOf(entries))
  const listed = new Set(listings.map(({ code }) => code))
  const groups = new Map<string, [Listing, ...Listing[]]>()
  for (const listing of listings) {
    const said = leaderOf(listing.code)
    const leader = listed.has(said) ? said : listing.code
    const group = groups.get(leader)
    if (group === undefined) groups.set(leader, [listing])
    else if (listing.code === leader) group.unshift(listing)
    else group.push(listing)
  }
  return groups
}

const LastStage = z.object({
  subject: z.string(),
  region: z.string(),
  period: Period,
  stage: Stage.nullable(),
  investedTotalWan: z.int().nullable(),
  progressPercent: z.string().nullable(),
})
export type LastStage = z.infer<typeof LastStage>

/** What each of the regions last reported of each project that says where it stands. */
export async function readLastStages(
  db: Reading,
  zone: string,
  regions: string[],
  only?: readonly string[],
  board: Board = CURRENT,
): Promise<LastStage[]> {
  const rows = await db.$queryRaw<{ last: unknown }[]>(sql`
    SELECT DISTINCT ON (p.subject, p.region) jsonb_build_object('subject', p.subject, 'region', p.region,
      'period', p.period, 'stage', p.stage, 'investedTotalWan', p.invested_total_wan,
      'progressPercent', trim_scale(p.progress_percent)::text) AS last
    FROM ${board.progress} p
    WHERE p.zone = ${zone} AND p.kind = 'project' AND p.stage IS NOT NULL AND p.region = ANY(${regions})
      AND (${only === undefined} OR p.subject = ANY(${only ?? []}))
    ORDER BY p.subject, p.region, ${periodEnd('p')} DESC`)
  return rows.map(({ last }) => LastStage.parse(last))
}

/** What the library chooses, sorts and compares by: of a province's fifty thousand the whole documents take seconds. */
const Known = ProjectListed.pick({
  ...{ code: true, plan: true, name: true, domain: true, regions: true, regionUnknown: true, parent: true },
  ...{ stage: true, investmentWan: true, startYear: true, endYear: true, possibleSameAs: true, visibility: true },
})
export type KnownListing = z.infer<typeof Known>
/** Which listings the matcher asks about, the likeliest first. */
export type SuspicionsOf = (code: string) => readonly Suspicion[]
type KnownListings = { listings: readonly KnownListing[]; suspicionsOf: SuspicionsOf }

/** They change only with the plan topic: what was read for a zone holds until one of its listings does. */
const byVersion = createByVersion<KnownListings>()

/** All projects the zone's plans list, as far as they are chosen by, and what may be the same as each. */
export async function readKnownListings(db: Database, zone: string): Promise<KnownListings> {
  const [row] = await db.$queryRaw<{ version: string }[]>(sql`
    SELECT count(*)::text || ' ' || coalesce(max(valid_from)::text, '') AS version
    FROM board.subject WHERE zone = ${zone} AND kind = 'project'`)
  return byVersion(db, { zone, version: row?.version ?? '' }, () => load(db, zone))
}

async function load(db: Database, zone: string): Promise<KnownListings> {
  const names = Object.keys(Known.shape).map((name) => `'${name}', doc->'${name}'`)
  const rows = await db.$queryRaw<{ doc: unknown }[]>(sql`
    SELECT jsonb_build_object(${raw(names.join(', '))}) AS doc
    FROM board.subject WHERE zone = ${zone} AND kind = 'project' ORDER BY name COLLATE zh, code`)
  const listings: KnownListing[] = []
  for (const [at, { doc }] of rows.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
    listings.push(Known.parse(doc))
  }
  return { listings, suspicionsOf: suspecting(zone, listings) }
}

/** Names are read when somebody first asks, and each listing is compared once. */
function suspecting(zone: string, listings: readonly KnownListing[]): SuspicionsOf {
  const found = new Map<string, readonly Suspicion[]>()
  let matcher: Matcher | undefined
  return (code) => {
    matcher ??= createMatcher(listings.map((listing) => toListed(zone, listing)))
    const suspicions = found.get(code) ?? matcher.suspicionsOf(code)
    found.set(code, suspicions)
    return suspicions
  }
}

type Compared = Omit<Listed, 'zone'>
export function toListed(zone: string, { code, name, plan, domain, parent, ...rest }: Compared): Listed {
  const { regions, regionUnknown, investmentWan } = rest
  return { code, name, zone, plan, domain, parent, regions, regionUnknown, investmentWan }
}

/** What people settled: which listing leads, and which projects were told apart, under whichever of their codes. */
export type Settled = { leaderOf: (code: string) => string; toldApart: (code: string, other: string) => boolean }

export function settledBy(entries: ReadonlyMap<string, LibraryEntry>): Settled {
  const leaderOf = leadersOf(mergesOf(entries))
  const pair = (code: string, other: string) => [leaderOf(code), leaderOf(other)].sort().join(' ')
  const apart = new Set(
    [...entries].flatMap(([code, entry]) => Object.keys(entry.apart).map((other) => pair(code, other))),
  )
  return { leaderOf, toldApart: (code, other) => apart.has(pair(code, other)) }
}

export type Open = { of: string; other: string; score: number | null; reasons: string[] }

/**
 * What is still asked about a project: what the matcher and the plans' data suspect of its listings, less what somebody
 * settled; of several listings of the other project the likeliest.
 */
export function openSuspicions(
  group: readonly Pick<ProjectListed, 'code' | 'possibleSameAs'>[],
  suspicionsOf: SuspicionsOf,
  { leaderOf, toldApart }: Settled,
): Open[] {
  const asked = group.flatMap(({ code, possibleSameAs }): Open[] => {
    const found = suspicionsOf(code).map(({ other, score, reasons }) => ({ of: code, other, score, reasons }))
    const named = new Set(found.map(({ other }) => other))
    const told = possibleSameAs.filter((other) => !named.has(other))
    const reasons = ['规划资料标注为疑似同一项目']
    return [...found, ...told.map((other) => ({ of: code, other, score: null, reasons }))]
  })
  const best = new Map<string, Open>()
  for (const one of asked) {
    const leader = leaderOf(one.other)
    if (leader === leaderOf(one.of) || toldApart(one.of, one.other)) continue
    if ((one.score ?? 0) > (best.get(leader)?.score ?? -1)) best.set(leader, one)
  }
  return [...best.values()].sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
}
