import { isEnded } from '@lianxi/domain/year-list/context'
import type { BodiesView } from '@lianxi/schema/views/bodies'
import { type Database, type Reading, sql } from '../../client'
import { readOwed } from '../year-list/owed'
import { readReference, type Reference, regionName, reportingRegions } from '../base/reference'
import { readToday } from '../moment/stream-state'

/** The bodies of a zone for the administrator, and of the chosen one what it still owes. */
export async function readBodiesView(
  db: Database,
  asked: { zone: string | null; body: string | null },
): Promise<BodiesView> {
  const [zones, today] = await Promise.all([readZones(db), readToday(db)])
  const zone = zones.find(({ code }) => code === asked.zone) ?? zones[0]
  if (zone === undefined) return { zones, zone: null, today, regions: [], bodies: [], chosen: null }
  const reference = await readReference(db, zone.code)
  const body = reference.bodies.get(asked.body ?? '')
  return {
    ...{ zones, zone: zone.code, today },
    regions: reportingRegions(reference).map(({ code }) => regionName(reference, code)),
    bodies: [...reference.bodies.values()].map(({ code, name, kind, region, endedOn = null }) => ({
      ...{ code, name, kind, endedOn, region: region === null ? null : regionName(reference, region) },
    })),
    chosen:
      body === undefined ? null : await readChosen(db, reference, { code: body.code, region: body.region, today }),
  }
}

async function readChosen(
  db: Database,
  reference: Reference,
  { code, region, today }: { code: string; region: string | null; today: string },
): Promise<NonNullable<BodiesView['chosen']>> {
  const zone = reference.zone.code
  const [owed, drafts, accounts] = await Promise.all([
    readOwed(db, zone, code),
    readDrafts(db, zone, code),
    db.membership.count({ where: { zone, body: code } }),
  ])
  const others = [...reference.bodies.values()].filter((other) => other.region === region && other.code !== code)
  return {
    ...{ code, owed, drafts, accounts },
    successors: others
      .filter(({ endedOn = null }) => region !== null && !isEnded(endedOn, today))
      .map((other) => ({ code: other.code, name: other.name })),
  }
}

/** The zone with most bodies first: the one that works. */
async function readZones(db: Reading): Promise<BodiesView['zones']> {
  return db.$queryRaw<BodiesView['zones']>(
    sql`SELECT z.code, z.doc->>'name' AS name FROM board.fact z WHERE z.kind = 'zone' AND z.code = z.zone
      ORDER BY (SELECT count(*) FROM board.fact b WHERE b.zone = z.zone AND b.kind = 'body') DESC, z.code`,
  )
}

/** Items of lists that are still negotiated: whoever drafts them is told at adoption. */
async function readDrafts(db: Reading, zone: string, body: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    SELECT count(*)::int AS count FROM year_list_item i JOIN year_list l ON l.zone = i.zone AND l.code = i.list
    WHERE i.zone = ${zone} AND l.phase <> 'adopted'
      AND (i.content->>'body' = ${body} OR i.content->>'leadBody' = ${body})`)
  return row?.count ?? 0
}
