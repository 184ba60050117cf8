import { elsewhereKey } from '@lianxi/domain/project/library'
import { createMatcher, type Listed, type Suspicion, WORTH_ASKING_ELSEWHERE } from '@lianxi/domain/project/match'
import { ProjectListed } from '@lianxi/schema/events/facts'
import { z } from 'zod'
import { type Database, type Reading, type Sql, sql } from '../../client'
import { createByVersion } from '../moment/by-version'
import { readListings, toListed } from './listings'

/**
 * What one zone may see of another's projects without being asked in: what a plan in force lists in public. `s`: a row
 * of board.subject.
 */
const shown: Sql = sql`s.kind = 'project' AND s.visibility = 'public' AND NOT EXISTS (
  SELECT FROM board.fact p WHERE p.zone = s.zone AND p.kind = 'plan' AND p.code = s.plan AND p.doc->>'status' = 'draft')`

export async function isShownElsewhere(db: Reading, zone: string, code: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>(
    sql`SELECT FROM board.subject s WHERE s.zone = ${zone} AND s.code = ${code} AND ${shown}`,
  )
  return rows.length > 0
}

const Shown = z.object({ zone: z.string(), doc: ProjectListed })
const Name = z.object({ kind: z.string(), code: z.string(), name: z.string() })

export type Elsewhere = {
  /** Under zone and code. */
  listings: ReadonlyMap<string, Shown>
  zones: { code: string; name: string }[]
  /** Names of what any zone listed. */
  nameOf: (kind: 'zone' | 'plan' | 'region' | 'body', code: string) => string
  suspicionsOf: (code: string) => (Suspicion & { zone: string })[]
}
/** Names change only with plan topics: what was read for a zone holds until one of them says something new. */
const byVersion = createByVersion<Elsewhere>()

/** What a zone sees of the other zones' projects, and which of them a project of its own may be. */
export async function readElsewhere(db: Database, zone: string): Promise<Elsewhere> {
  const [row] = await db.$queryRaw<{ version: string }[]>(sql`
    SELECT concat_ws(' ', (SELECT count(*)::text || ' ' || max(valid_from) FROM board.subject WHERE kind = 'project'),
      (SELECT max(valid_from) FROM board.fact WHERE kind IN ('zone', 'plan', 'region', 'body'))) AS version`)
  return byVersion(db, { zone, version: row?.version ?? '' }, () => load(db, zone))
}

type Shown = z.infer<typeof Shown>
/** The zone's own listings with the others'. */
async function readComparable(db: Database, zone: string, others: readonly Shown[]): Promise<Listed[]> {
  const own = await readListings(db, zone)
  return [...own.map((doc) => toListed(zone, doc)), ...others.map((one) => toListed(one.zone, one.doc))]
}

async function load(db: Database, zone: string): Promise<Elsewhere> {
  const [rows, names] = await Promise.all([
    db.$queryRaw<unknown[]>(sql`SELECT s.zone, s.doc FROM board.subject s WHERE s.zone <> ${zone} AND ${shown}`),
    db.$queryRaw<unknown[]>(sql`
      SELECT kind, code, doc->>'name' AS name FROM board.fact WHERE kind IN ('zone', 'plan', 'region', 'body')`),
  ])
  const others = z.array(Shown).parse(rows)
  const named = new Map(
    z
      .array(Name)
      .parse(names)
      .map(({ kind, code, name }) => [`${kind} ${code}`, name]),
  )
  const zoneOf = new Map(others.map((one) => [one.doc.code, one.zone]))
  const matcher = others.length === 0 ? undefined : createMatcher(await readComparable(db, zone, others))
  const nameOf: Elsewhere['nameOf'] = (kind, code) => named.get(`${kind} ${code}`) ?? code
  return {
    listings: new Map(others.map((one) => [elsewhereKey(one.zone, one.doc.code), one])),
    zones: [...new Set(zoneOf.values())].sort().map((code) => ({ code, name: nameOf('zone', code) })),
    nameOf,
    suspicionsOf: (code) =>
      (matcher?.suspicionsOf(code) ?? []).flatMap((found) => {
        const otherZone = zoneOf.get(found.other)
        return otherZone === undefined || found.score < WORTH_ASKING_ELSEWHERE ? [] : [{ ...found, zone: otherZone }]
      }),
  }
}
