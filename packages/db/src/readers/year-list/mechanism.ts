import type { MechanismView } from '@lianxi/schema/views/mechanism'
import type { Database } from '../../client'
import { readReference, type Reference, regionName, zoneName } from '../base/reference'

/** How the zone works, as its plan topic listed it; a zone nobody has described has no parts. */
export async function readMechanism(db: Database, zone: string): Promise<MechanismView> {
  const reference = await readReference(db, zone)
  const { mechanism = [], confirmations, responsibleRegions } = reference.zone
  const owners = [...new Set(mechanism.map(({ of }) => of))]
  return {
    zone: zoneName(reference),
    parts: owners.map((of) => ({
      of,
      name: of === zone ? reference.zone.name : regionName(reference, of).name,
      facts: mechanism.flatMap(({ of: owner, fact, said, source }) =>
        owner === of ? [{ fact, said, source: source === null ? null : placeOf(reference, source) }] : [],
      ),
    })),
    confirmations: confirmations.map(({ region, by }) => ({
      region: regionName(reference, region),
      by: regionName(reference, by),
    })),
    responsible: responsibleRegions.map((region) => regionName(reference, region)),
  }
}

const placeOf = ({ plans }: Reference, { plan, line }: { plan: string; line: number }): string =>
  `${plans.get(plan)?.name ?? plan} · 第${line}行`
