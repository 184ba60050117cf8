import type { Database } from '@lianxi/db/client'
import type { Reviser } from '@lianxi/domain/plan-revision/rights'
import type { Access, Granted } from '../../access'

/** The secretariat brings any plan of the zone, a region's coordinator his region's. */
export const PLANNERS: Access = { roles: ['secretariat', 'coordinator'], scope: 'zone' }

/** For whom somebody may bring plans: null the zone, else a region. */
export function plannersOwners({ person }: Granted, zone: string): (string | null)[] {
  const here = person.memberships.filter((member) => member.zone === zone)
  return [
    ...(here.some(({ role }) => role === 'secretariat') ? [null] : []),
    ...here.flatMap(({ role, region }) => (role === 'coordinator' && region !== null ? [region] : [])),
  ]
}

/** The body in whose name it is done; undefined: nobody of this owner's. */
export function findPlanner({ members }: Granted, owner: string | null): string | undefined {
  const role = owner === null ? 'secretariat' : 'coordinator'
  return members.find((member) => member.role === role && (owner === null || member.region === owner))?.body
}

/** As whom somebody may take part in revising plans: by the memberships that let him in. */
export function reviserOf({ members }: Pick<Granted, 'members'>): Reviser {
  return {
    secretariat: members.find(({ role }) => role === 'secretariat')?.body ?? null,
    coordinates: members.flatMap(({ role, region, body }) =>
      role === 'coordinator' && region !== null ? [{ region, body }] : [],
    ),
  }
}

/** In whose name a file was uploaded; undefined: the zone has no such file. */
export async function findImportOwner(prisma: Database, { zone, id }: { zone: string; id: string }) {
  const row = await prisma.planImport.findUnique({ where: { id }, select: { zone: true, owner: true } })
  return row?.zone === zone ? row.owner : undefined
}
