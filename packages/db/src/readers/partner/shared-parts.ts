import { ofWholePercent, ownPercent } from '@lianxi/domain/partner/shares'
import { listedAs } from '@lianxi/domain/project/groups'
import { elsewhereKey, FoundElsewhere } from '@lianxi/domain/project/library'
import { ProjectListed } from '@lianxi/schema/events/facts'
import type { SharedPart } from '@lianxi/schema/views/partner'
import { z } from 'zod'
import { type Reading, sql } from '../../client'
import type { Board } from '../base/board'
import { type LastStage, readLastStages } from '../library/listings'
import { type PartnershipSaid, readKnownPartnerships } from './said'
import { placeName, type Reference, regionName, regionsUnder, reportingRegions } from '../base/reference'

/** `listed`: of the partner's zone. `ownRegions`: of the owner, with a part. */
type Shared = { parts: SharedPart[]; listed: { code: string; name: string }[]; ownRegions: string[] }
type Asked = { owner: Reference; partner: Reference; one: PartnershipSaid }

/**
 * The parts of a project two zones share, side by side: the owner's regions under the owner's listings, the partner
 * under those listings its own zone says are this project. Nothing is added up.
 */
export async function readShared(db: Reading, board: Board, { owner, partner, one }: Asked): Promise<Shared> {
  const { ofZone, invited } = one
  const { subject, partnerZone, partnerRegion, sharePercent } = invited
  const codes = await readGroup(db, board, ofZone, subject)
  const [agreed, partnerships, listed] = await Promise.all([
    readAgreedShares(db, board, ofZone, subject),
    readKnownPartnerships(db, ofZone, subject, board),
    readListed(db, board, { zone: partnerZone, ofZone, codes }),
  ])
  const theirs =
    partnerRegion === null ? reportingRegions(partner).map(({ code }) => code) : regionsUnder(partner, partnerRegion)
  const [ours, those] = await Promise.all([
    readLastStages(
      db,
      ofZone,
      reportingRegions(owner).map(({ code }) => code),
      codes,
      board,
    ),
    readLastStages(
      db,
      partnerZone,
      theirs,
      listed.map(({ code }) => code),
      board,
    ),
  ])
  const own = ownPercent(partnerships)
  const ownRegions = [...new Set([...agreed.keys(), ...ours.map(({ region }) => region)])].sort()
  const partnerPart = {
    ...{ zone: partnerZone, ofZonePercent: null },
    ofWholePercent: sharePercent === null ? null : String(sharePercent),
  }
  return {
    listed,
    ownRegions,
    parts: [
      ...ownRegions.flatMap((region) => {
        const share = agreed.get(region) ?? null
        const ofWhole = share === null ? null : ofWholePercent(share, own)
        const part = {
          zone: ofZone,
          region: regionName(owner, region).name,
          ofZonePercent: share,
          ofWholePercent: ofWhole,
        }
        return rowsOf(
          part,
          ours.filter((stage) => stage.region === region),
        )
      }),
      ...rowsOf({ ...partnerPart, region: placeName(partner, partnerRegion ?? partner.zone.code) }, those),
    ],
  }
}

/** A line for each listing something was reported of; one without figures where nothing was. */
function rowsOf(part: Omit<SharedPart, 'listing' | 'last'>, stages: readonly LastStage[]): SharedPart[] {
  if (stages.length === 0) return [{ ...part, listing: null, last: null }]
  return stages.map(({ subject, region: _region, ...last }) => ({ ...part, listing: subject, last }))
}

/** The listing with those merged into it, as the owner's library stood. */
async function readGroup(db: Reading, board: Board, zone: string, subject: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ code: string; into: string }[]>(sql`
    SELECT l.code, l.merged_into AS into FROM ${board.library} l WHERE l.zone = ${zone} AND l.merged_into IS NOT NULL`)
  return [...listedAs(subject, new Map(rows.map(({ code, into }) => [code, into])))]
}

const AgreedRow = z.object({ doc: ProjectListed, listed: z.record(z.string(), z.string()).nullable() })

/** What the own regions agreed on: in the plan, else in the last year's list that says it. */
async function readAgreedShares(
  db: Reading,
  board: Board,
  zone: string,
  subject: string,
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT s.doc, (SELECT jsonb_object_agg(i.region, i.doc->'project'->>'sharePercent') FROM ${board.item} i
      WHERE i.zone = s.zone AND i.subject = s.code AND i.doc->'project'->>'sharePercent' IS NOT NULL AND i.year = (
        SELECT max(o.year) FROM ${board.item} o
        WHERE o.zone = s.zone AND o.subject = s.code AND o.doc->'project'->>'sharePercent' IS NOT NULL)) AS listed
    FROM ${board.subject} s WHERE s.zone = ${zone} AND s.code = ${subject} AND s.kind = 'project'`)
  const [row] = z.array(AgreedRow).parse(rows)
  const parts = row?.doc.parts?.map(({ region, sharePercent }) => [region, sharePercent] as const)
  return new Map(parts ?? Object.entries(row?.listed ?? {}))
}

const Found = z.object({ found: z.record(z.string(), FoundElsewhere).nullable() })

/** Listings of other zones a listing was found to be the same as by its own zone, by `elsewhereKey`. */
export async function readFoundSame(db: Reading, board: Board, zone: string, code: string): Promise<string[]> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT l.state->'elsewhere' AS found FROM ${board.library} l WHERE l.zone = ${zone} AND l.code = ${code}`)
  const found = z.array(Found).parse(rows)[0]?.found ?? {}
  return Object.entries(found).flatMap(([key, { finding }]) => (finding === 'same' ? [key] : []))
}

const ListedRow = z.object({ code: z.string(), name: z.string(), found: z.record(z.string(), FoundElsewhere) })

/** Listings of a zone which that zone itself says are one of another zone's. */
async function readListed(
  db: Reading,
  board: Board,
  { zone, ofZone, codes }: { zone: string; ofZone: string; codes: readonly string[] },
): Promise<{ code: string; name: string }[]> {
  const keys = codes.map((code) => elsewhereKey(ofZone, code))
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT l.code, coalesce(s.name, l.code) AS name, l.state->'elsewhere' AS found FROM ${board.library} l
    LEFT JOIN ${board.subject} s ON s.zone = l.zone AND s.code = l.code
    WHERE l.zone = ${zone} AND jsonb_exists_any(l.state->'elsewhere', ${keys}) ORDER BY l.code`)
  return z
    .array(ListedRow)
    .parse(rows)
    .flatMap(({ code, name, found }) => (keys.some((key) => found[key]?.finding === 'same') ? [{ code, name }] : []))
}
