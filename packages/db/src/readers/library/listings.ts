import { setImmediate } from 'node:timers/promises'
import { createMatcher, likelierFirst, type Listed, type Suspicion } from '@lianxi/domain/project/match'
import { leadersOf } from '@lianxi/domain/project/groups'
import type { LibraryEntry } from '@lianxi/domain/project/library'
import { ProjectListed } from '@lianxi/schema/events/facts'
import { Period } from '@lianxi/schema/period'
import { Stage } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Database, empty, type Reading, sql } from '../../client'
import { mergesOf } from '../../project/known'
import { createByVersion } from './by-version'
import { type Board, CURRENT } from '../base/board'
import { periodEnd } from '../base/parts'

/** So many are read or compared before others get their turn: a province's fifty thousand take seconds. */
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
export function groupListings(
  listings: readonly ProjectListed[],
  entries: ReadonlyMap<string, LibraryEntry>,
): Map<string, [ProjectListed, ...ProjectListed[]]> {
  const leaderOf = leadersOf(mergesOf(entries))
  const listed = new Set(listings.map(({ code }) => code))
  const groups = new Map<string, [ProjectListed, ...ProjectListed[]]>()
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

type Suspicions = ReadonlyMap<string, readonly Suspicion[]>
/** Names change only with the plan topic: what was found for a zone holds until one of its listings does. */
const byVersion = createByVersion<Suspicions>()

/** Which listings the matcher asks about, by code, both ways. */
export async function readSuspicions(db: Database, zone: string): Promise<Suspicions> {
  const [row] = await db.$queryRaw<{ version: string }[]>(sql`
    SELECT count(*)::text || ' ' || coalesce(max(valid_from)::text, '') AS version
    FROM board.subject WHERE zone = ${zone} AND kind = 'project'`)
  return byVersion(db, { zone, version: row?.version ?? '' }, async () => compare(zone, await readListings(db, zone)))
}

async function compare(zone: string, listings: readonly ProjectListed[]): Promise<Suspicions> {
  const matcher = createMatcher(listings.map((listing) => toListed(zone, listing)))
  const found: Suspicion[] = []
  for (const [at, { code }] of listings.entries()) {
    if (at % AT_ONCE === 0) await setImmediate()
    found.push(...matcher.suspicionsOf(code).filter(({ other }) => code < other))
  }
  const suspicions = new Map<string, Suspicion[]>()
  const note = (one: Suspicion) => {
    const noted = suspicions.get(one.code)
    if (noted === undefined) suspicions.set(one.code, [one])
    else noted.push(one)
  }
  for (const one of found.sort(likelierFirst)) {
    note(one)
    note({ ...one, code: one.other, other: one.code })
  }
  return suspicions
}

export function toListed(zone: string, { code, name, plan, domain, parent, ...rest }: ProjectListed): Listed {
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
  group: readonly ProjectListed[],
  suspicions: ReadonlyMap<string, readonly Suspicion[]>,
  { leaderOf, toldApart }: Settled,
): Open[] {
  const asked = group.flatMap(({ code, possibleSameAs }): Open[] => {
    const found = (suspicions.get(code) ?? []).map(({ other, score, reasons }) => ({ of: code, other, score, reasons }))
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
