import { elsewhereKey, FoundElsewhere, type LibraryEntry } from '@lianxi/domain/project/library'
import { samenessStanding } from '@lianxi/domain/project/sameness'
import type { ProjectListed } from '@lianxi/schema/events/facts'
import type { ElsewhereListing, LibraryProject } from '@lianxi/schema/views/library'
import { z } from 'zod'
import { type Database, type Reading, sql } from '../../client'
import { type Elsewhere, readElsewhere } from './elsewhere-listings'

const SaidRow = z.object({ zone: z.string(), code: z.string(), found: z.record(z.string(), FoundElsewhere) })

/** What other zones said of these listings, under their zone and code and ours. */
async function readSaidElsewhere(db: Reading, zone: string, codes: readonly string[]) {
  const keys = codes.map((code) => elsewhereKey(zone, code))
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT zone, code, state->'elsewhere' AS found FROM board.library
    WHERE zone <> ${zone} AND jsonb_exists_any(state->'elsewhere', ${keys})`)
  return z
    .array(SaidRow)
    .parse(rows)
    .flatMap(({ zone: otherZone, code: other, found }) =>
      codes.flatMap((of) => {
        const said = found[elsewhereKey(zone, of)]
        return said === undefined ? [] : [{ zone: otherZone, code: other, of, said }]
      }),
    )
}

type Asked = { zone: string; group: readonly ProjectListed[]; entries: ReadonlyMap<string, LibraryEntry> }
type Pair = { of: string; zone: string; code: string; score: number | null; reasons: string[] }
const keyOf = ({ of, zone, code }: Pick<Pair, 'of' | 'zone' | 'code'>): string => `${of} ${elsewhereKey(zone, code)}`

/** Listings of other zones that are this project or may be: what either side said of them, and what the matcher asks. */
export async function readElsewhereOf(
  db: Database,
  { zone, group, entries }: Asked,
): Promise<Pick<LibraryProject, 'elsewhere' | 'otherZones'>> {
  const codes = group.map(({ code }) => code)
  const [elsewhere, theirs] = await Promise.all([readElsewhere(db, zone), readSaidElsewhere(db, zone, codes)])
  const unasked = { score: null, reasons: [] }
  const ours = codes.flatMap((of) =>
    Object.keys(entries.get(of)?.elsewhere ?? {}).map((key): Pair => ({ of, ...partsOf(key), ...unasked })),
  )
  const asked = codes.flatMap((of) =>
    elsewhere.suspicionsOf(of).map(({ zone: other, other: code, score, reasons }): Pair => {
      return { of, zone: other, code, score, reasons }
    }),
  )
  // What the matcher says of a pair is kept where people spoke of it too.
  const pairs = new Map(
    [...ours, ...theirs.map((one) => ({ ...one, ...unasked })), ...asked].map((one) => [keyOf(one), one]),
  )
  const said = new Map(theirs.map((one) => [keyOf(one), one.said]))
  const all = [...pairs.values()]
    .map((pair) => toView(elsewhere, pair, entries.get(pair.of), said.get(keyOf(pair))))
    // What was taken back and nobody asks is no question any more.
    .filter(({ standing, score }) => standing !== null || score !== null)
  const weight = ({ standing, score }: ElsewhereListing) => (standing === null ? 0 : 1_000) + (score ?? 0)
  return { elsewhere: all.sort((a, b) => weight(b) - weight(a)), otherZones: elsewhere.zones }
}

const partsOf = (key: string): { zone: string; code: string } => {
  const [zone = '', code = ''] = key.split(' ')
  return { zone, code }
}

function toView(
  { listings, nameOf }: Elsewhere,
  { of, zone, code, score, reasons }: Pair,
  entry: LibraryEntry | undefined,
  theirs: FoundElsewhere | undefined,
): ElsewhereListing {
  const listing = listings.get(elsewhereKey(zone, code))?.doc
  const ours = entry?.elsewhere?.[elsewhereKey(zone, code)]
  const found = (said: FoundElsewhere | undefined) =>
    said === undefined
      ? null
      : { finding: said.finding, reason: said.reason, body: nameOf('body', said.body), on: said.on }
  return {
    ...{ of, code, score, reasons, zone: { code: zone, name: nameOf('zone', zone) }, seen: entry?.eventId ?? null },
    name: listing?.name ?? null,
    planName: listing === undefined ? null : nameOf('plan', listing.plan),
    regions: (listing?.regions ?? []).map((region) => nameOf(region.startsWith('Z-') ? 'zone' : 'region', region)),
    ...{ ours: found(ours), theirs: found(theirs) },
    standing: samenessStanding(ours?.finding, theirs?.finding) ?? null,
  }
}
