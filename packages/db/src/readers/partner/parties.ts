import type { Party } from '@lianxi/domain/partner/decide'
import { BodyListed, RegionListed } from '@lianxi/schema/events/facts'
import { type Reading, sql } from '../../client'

type NamedParty = Party & { code: string; name: string }
/** What a zone calls itself, and its regions with an office and bodies, by code. */
export type ZoneParties = { name: string; parties: Map<string, NamedParty> }

/** Whom one can ask, zone by zone; a body is there until the day it ends. `today`: in China. */
export async function readParties(db: Reading, today: string): Promise<Map<string, ZoneParties>> {
  const rows = await db.$queryRaw<{ zone: string; kind: string; code: string; doc: unknown; name: string }[]>(sql`
    SELECT zone, kind, code, doc, doc->>'name' AS name FROM board.fact
    WHERE kind IN ('zone', 'region', 'body') ORDER BY zone, kind DESC, code`)
  const zones = new Map<string, ZoneParties>()
  for (const { zone, kind, code, name } of rows)
    if (kind === 'zone' && code === zone) zones.set(zone, { name, parties: new Map() })
  const regions = new Map(
    rows.flatMap(({ zone, kind, code, doc }) =>
      kind === 'region' ? [[`${zone} ${code}`, RegionListed.parse(doc)] as const] : [],
    ),
  )
  for (const { zone, kind, code, doc, name } of rows) {
    const parties = zones.get(zone)?.parties
    if (kind !== 'body' || parties === undefined) continue
    const { region, endedOn } = BodyListed.parse(doc)
    const stands = endedOn === undefined || endedOn > today
    parties.set(code, { code, name, region, body: code, stands })
    // A region can be asked for something only where it has an office: plans name neighbours that have none.
    const listed = region === null ? undefined : regions.get(`${zone} ${region}`)
    if (listed?.reporting !== true) continue
    const before = parties.get(listed.code)?.stands ?? false
    parties.set(listed.code, {
      code: listed.code,
      name: listed.name,
      region: listed.code,
      body: null,
      stands: stands || before,
    })
  }
  return zones
}
