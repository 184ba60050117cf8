import {
  BodyListed,
  IndicatorListed,
  PlanListed,
  RegionListed,
  type Source,
  type TargetListed,
  ZoneListed,
} from '@lianxi/schema/events/facts'
import { speaksOf } from '@lianxi/domain/place/own-values'
import { leadersOf } from '@lianxi/domain/project/groups'
import { IndicatorMerged } from '@lianxi/schema/events/indicators'
import { ListAdopted } from '@lianxi/schema/events/commitments'
import type { BodyName, Provenance, RegionName, ZoneName } from '@lianxi/schema/views/common'
import { type Reading, sql } from '../../client'
import { type Board, CURRENT } from './board'
import { stampText } from './parts'

/** The zone's small reference facts, as its plan topic listed them. */
export type Reference = {
  readonly zone: ZoneListed
  readonly regions: ReadonlyMap<string, RegionListed>
  readonly bodies: ReadonlyMap<string, BodyListed>
  readonly plans: ReadonlyMap<string, PlanListed>
  readonly lists: ReadonlyMap<string, ListAdopted>
  readonly indicators: ReadonlyMap<string, IndicatorListed>
  /** Indicators that count as another one (合并). */
  readonly mergedIndicators: ReadonlyMap<string, string>
}

/** Reads them in one go: hundreds of short rows. A zone nobody has listed yet has its code for a name. */
export async function readReference(db: Reading, zone: string, board: Board = CURRENT): Promise<Reference> {
  if (board.asOf !== null) return readFacts(db, zone, board)
  const version = await findVersion(db, zone)
  const kept = present.get(version)
  if (kept !== undefined) return kept
  const reference = await readFacts(db, zone, board)
  // Facts that came between the two readings are newer than the version says: nobody asks for it again.
  present.set(version, reference)
  for (const oldest of present.keys()) if (present.size > ZONES_KEPT) present.delete(oldest)
  return reference
}

/** Every page asks for them, several times over, and they change a few times a month. By version, oldest first. */
const present = new Map<string, Reference>()
const ZONES_KEPT = 20

/** Changes whenever a fact of the zone does: with every change the board's stamp moves on, and a rebuild makes new tables. */
async function findVersion(db: Reading, zone: string): Promise<string> {
  const [row] = await db.$queryRaw<{ version: string }[]>(
    sql`SELECT concat_ws(' ', current_database(), 'board.fact'::regclass::oid, count(*), ${stampText('max(valid_from)')})
          AS version FROM board.fact WHERE zone = ${zone}`,
  )
  return `${zone} ${row?.version ?? ''}`
}

/** A reference that is being read. */
type Growing = {
  -readonly [Part in keyof Reference]: Reference[Part] extends ReadonlyMap<string, infer Fact>
    ? Map<string, Fact>
    : Reference[Part]
}

async function readFacts(db: Reading, zone: string, board: Board): Promise<Reference> {
  const rows = await db.$queryRaw<{ kind: string; code: string; doc: unknown }[]>(
    sql`SELECT kind, code, doc FROM ${board.fact} f WHERE zone = ${zone} ORDER BY code`,
  )
  const reference: Growing = {
    zone: { code: zone, name: zone, reviewBody: '', responsibleRegions: [], confirmations: [] },
    regions: new Map(),
    bodies: new Map(),
    plans: new Map(),
    lists: new Map(),
    indicators: new Map(),
    mergedIndicators: new Map(),
  }
  for (const { kind, code, doc } of rows) addFact(reference, kind, code, doc)
  return reference
}

function addFact(reference: Growing, kind: string, code: string, doc: unknown): void {
  switch (kind) {
    case 'zone':
      if (code === reference.zone.code) reference.zone = ZoneListed.parse(doc)
      return
    case 'region':
      return void reference.regions.set(code, RegionListed.parse(doc))
    case 'body':
      return void reference.bodies.set(code, BodyListed.parse(doc))
    case 'plan':
      return void reference.plans.set(code, PlanListed.parse(doc))
    case 'list':
      return void reference.lists.set(code, ListAdopted.parse(doc))
    case 'indicator':
      return void reference.indicators.set(code, IndicatorListed.parse(doc))
    case 'indicator-merge': {
      // A separation has no `into`.
      const merged = IndicatorMerged.safeParse(doc)
      if (merged.success) reference.mergedIndicators.set(code, merged.data.into)
      return
    }
    default:
      // A kind of a newer build: this one has no page for it.
      return
  }
}

/** The indicator a code counts as: itself, or the one it was merged into. */
export function indicatorOf(reference: Reference, code: string | null): IndicatorListed | undefined {
  return code === null ? undefined : reference.indicators.get(leadersOf(reference.mergedIndicators)(code))
}

/** Both names where two mean the same: the one the plan uses, and the one it counts as. */
export function indicatorWords(reference: Reference, code: string): string {
  const [own, counted] = [reference.indicators.get(code), indicatorOf(reference, code)]
  if (own === undefined) return code
  return counted === undefined || counted.code === code ? own.name : `${own.name}（即“${counted.name}”）`
}

export function zoneName({ zone }: Reference): ZoneName {
  return { code: zone.code, name: zone.name, reviewBody: zone.reviewBody }
}

export function regionName(reference: Reference, code: string): RegionName {
  const region = reference.regions.get(code)
  return { code, name: region?.name ?? code, shortName: region?.shortName ?? code }
}

/** A region's name, or the zone's own where a plan names the whole zone. */
export const placeName = (reference: Reference, code: string): string =>
  code === reference.zone.code ? reference.zone.name : regionName(reference, code).name

/** Whose a plan's value is where it is not `region`'s own: the whole zone's, or another region's. */
export const wholeOf = (reference: Reference, doc: TargetListed, region: string): string | null =>
  speaksOf(doc, region) ? null : placeName(reference, doc.region)

export function bodyName(reference: Reference, code: string): BodyName {
  return { code, name: reference.bodies.get(code)?.name ?? code }
}

export function provenance(reference: Reference, source: Source): Provenance {
  const plan = reference.plans.get(source.plan)
  return {
    ...source,
    planName: plan?.name ?? source.plan,
    documentNumber: plan?.documentNumber ?? null,
    draft: plan?.status === 'draft',
  }
}

/**
 * Regions that report in this zone, in the order of their codes. A plan may name a neighbour that reports in a zone of
 * its own: one without a body here can be asked for nothing here.
 */
export function reportingRegions({ regions, bodies }: Pick<Reference, 'regions' | 'bodies'>): RegionListed[] {
  const present = new Set([...bodies.values()].map(({ region }) => region))
  return [...regions.values()].filter(({ code, reporting }) => reporting && present.has(code))
}

/** Which region lies in which. */
export const parentsOf = ({ regions }: Reference): Map<string, string | null> =>
  new Map([...regions.values()].map(({ code, parent }) => [code, parent]))

/** A region and the regions whose reports it confirms or that lie inside it. */
export function regionsUnder(reference: Reference, region: string): string[] {
  const confirmed = reference.zone.confirmations.filter(({ by }) => by === region).map(({ region: child }) => child)
  const inside = reportingRegions(reference).flatMap(({ code, parent }) => (parent === region ? [code] : []))
  return [...new Set([region, ...confirmed, ...inside])]
}
