import {
  BodyListed,
  IndicatorListed,
  PlanListed,
  RegionListed,
  type Source,
  ZoneListed,
} from '@lianxi/schema/events/facts'
import { leadersOf } from '@lianxi/domain/project/groups'
import { IndicatorMerged } from '@lianxi/schema/events/indicators'
import { ListAdopted } from '@lianxi/schema/events/commitments'
import type { BodyName, Provenance, RegionName, ZoneName } from '@lianxi/schema/views/common'
import { type Reading, sql } from '../client'
import { type Board, CURRENT } from './board'

/** The zone's small reference facts, as its plan topic listed them. */
export type Reference = {
  zone: ZoneListed
  regions: Map<string, RegionListed>
  bodies: Map<string, BodyListed>
  plans: Map<string, PlanListed>
  lists: Map<string, ListAdopted>
  indicators: Map<string, IndicatorListed>
  /** Indicators that count as another one (合并). */
  mergedIndicators: Map<string, string>
}

/** Reads them in one go: a few hundred short rows. A zone nobody has listed yet has its code for a name. */
export async function readReference(db: Reading, zone: string, board: Board = CURRENT): Promise<Reference> {
  const rows = await db.$queryRaw<{ kind: string; code: string; doc: unknown }[]>(
    sql`SELECT kind, code, doc FROM ${board.fact} f WHERE zone = ${zone} ORDER BY code`,
  )
  const reference: Reference = {
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

function addFact(reference: Reference, kind: string, code: string, doc: unknown): void {
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
