import { findRegionFault } from '@lianxi/domain/place/region-code'
import type { AddRegion, AddZone } from '@lianxi/schema/commands/broker'
import { RegionListed, ZoneListed } from '@lianxi/schema/events/facts'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { sql, type Tx } from '../client'
import type { Done, Refused } from '../people/accounts'
import { lockPlaceInTx, publishInTx } from './publish'

const ALL_ZONES = 'zones'

/** Events that are not folded yet count too: two presses a second apart must not list the same code twice. */
export async function isWaitingInTx(tx: Tx, type: string, code: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(sql`
    SELECT FROM outbox o WHERE o.key = ${code} AND o.headers->>'ce_type' = ${type}
      AND NOT EXISTS (SELECT FROM ingested_event e WHERE e.topic = o.topic AND e.event_id = o.event_id) LIMIT 1`)
  return rows.length > 0
}

/** A new zone: its first event; topics follow from it. Regions are added one by one. */
export async function addZoneInTx(tx: Tx, { code, name, reviewBody }: AddZone): Promise<Done | Refused> {
  await lockPlaceInTx(tx, ALL_ZONES)
  const known = await tx.$queryRaw<unknown[]>(sql`SELECT FROM board.fact WHERE kind = 'zone' AND code = ${code}`)
  if (known.length > 0 || (await isWaitingInTx(tx, 'lianxi.zone.listed.v1', code))) {
    return { ok: false, code: 'code-taken' }
  }
  const data = { code, name: name.trim(), reviewBody: reviewBody.trim(), responsibleRegions: [], confirmations: [] }
  await publishInTx(tx, code, [{ type: 'lianxi.zone.listed.v1', data }])
  return { ok: true, id: code }
}

type Listed = {
  zone: ZoneListed | undefined
  /** Of all zones. */
  regions: { of: string; region: RegionListed }[]
  bodies: string[]
}

async function readListedInTx(tx: Tx, zone: string): Promise<Listed> {
  const rows = await tx.$queryRaw<{ zone: string; kind: string; code: string; doc: unknown }[]>(sql`
    SELECT zone, kind, code, doc FROM board.fact WHERE kind IN ('zone', 'region', 'body') ORDER BY zone, code`)
  const regions = rows.flatMap(({ zone: of, kind, doc }) =>
    kind === 'region' ? [{ of, region: RegionListed.parse(doc) }] : [],
  )
  const own = rows.find((row) => row.zone === zone && row.kind === 'zone' && row.code === zone)
  return {
    zone: own === undefined ? undefined : ZoneListed.parse(own.doc),
    regions,
    bodies: rows.filter(({ kind }) => kind === 'body').map(({ code }) => code),
  }
}

/**
 * A region that reports from now on, with its coordinating office. Topics, rights and the worker's subscription follow
 * from the events; nothing is restarted.
 */
export async function addRegionInTx(tx: Tx, input: AddRegion): Promise<Done | Refused> {
  const { code, level, parent, officeCode } = input
  await lockPlaceInTx(tx, ALL_ZONES)
  await lockPlaceInTx(tx, input.zone)
  const listed = await readListedInTx(tx, input.zone)
  if (listed.zone === undefined) return { ok: false, code: 'place-unknown' }
  const regions = listed.regions.map(({ region }) => region)
  const reporting = regions.filter((region) => region.reporting)
  const fault = findRegionFault(
    { code, level, parent },
    regions,
    reporting.map((region) => region.code),
  )
  if (fault !== undefined) return { ok: false, code: fault }
  if (!officeCode.startsWith(`${code}-`)) return { ok: false, code: 'office-code-shape' }
  const waiting =
    (await isWaitingInTx(tx, 'lianxi.region.listed.v1', code)) ||
    (await isWaitingInTx(tx, 'lianxi.body.listed.v1', officeCode))
  if (waiting || listed.bodies.includes(officeCode)) return { ok: false, code: 'code-taken' }
  await publishInTx(tx, input.zone, eventsOf(input, listed.zone, missingParent(input, listed)))
  return { ok: true, id: code }
}

/** The parent as another zone lists it, where this zone has not heard of it yet. */
function missingParent({ zone, parent }: AddRegion, { regions }: Listed): RegionListed[] {
  const known = regions.filter(({ region }) => region.code === parent)
  const [first] = known
  return first === undefined || known.some(({ of }) => of === zone) ? [] : [{ ...first.region, reporting: false }]
}

function eventsOf(input: AddRegion, zone: ZoneListed, parents: RegionListed[]): LianxiEvent[] {
  const { code, level, parent, responsible } = input
  const region = { code, name: input.name.trim(), shortName: input.shortName.trim(), level, parent, reporting: true }
  const office = { code: input.officeCode, name: input.officeName.trim(), region: code, parent: null }
  const widened = { ...zone, responsibleRegions: [...new Set([...zone.responsibleRegions, code])] }
  return [
    ...parents.map((data) => ({ type: 'lianxi.region.listed.v1' as const, data })),
    { type: 'lianxi.region.listed.v1', data: region },
    { type: 'lianxi.body.listed.v1', data: { ...office, kind: 'coordinating-office' } },
    ...(responsible ? [{ type: 'lianxi.zone.listed.v1' as const, data: widened }] : []),
  ]
}
