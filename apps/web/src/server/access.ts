import { z } from 'zod'
import type { Member } from '@lianxi/db/people/members'
import { readReference } from '@lianxi/db/readers/base/reference'
import type { Database } from '@lianxi/db/client'
import type { Role } from '@lianxi/schema/vocabulary'
import type { Person } from './context'

/**
 * Who may call a procedure, declared on each:
 * - `anyone`: also without a login;
 * - `signed-in`: whoever has a login, in whatever role or none: what concerns only himself;
 * - `zone`: one of the roles in the input's zone;
 * - `region`: one of the roles in the input's region; zone-wide roles in its zone;
 * - `above`: a zone-wide role, or a coordinator of the region that confirms the input's region;
 * - `system`: the administrators' role, bound to no zone.
 */
export type Access = 'anyone' | 'signed-in' | RoleAccess
type RoleAccess = { roles: readonly Role[]; scope: 'zone' | 'region' | 'above' | 'system' }

/** Roles of the zone's own bodies; the others belong to a region's office. */
const ZONE_WIDE: readonly Role[] = ['secretariat', 'leader', 'oversight', 'responder']
export const isZoneWide = (role: Role): boolean => ZONE_WIDE.includes(role)

/** Whose input it is about; further fields are the procedure's own business. */
const Place = z.looseObject({ zone: z.string(), region: z.string().nullish() })

export type Granted = { person: Person; members: Member[] }

/** The memberships that allow the call; none: it is forbidden. */
export async function grant(access: RoleAccess, person: Person, input: unknown, prisma: Database): Promise<Member[]> {
  const held = person.memberships.filter(({ role }) => access.roles.includes(role))
  if (held.length === 0) return []
  if (access.scope === 'system') return held.filter(({ role }) => role === 'admin')
  const place = Place.safeParse(input)
  if (!place.success) return []
  const { zone, region } = place.data
  const inZone = held.filter((member) => member.zone === zone)
  if (access.scope === 'zone') return inZone
  if (typeof region !== 'string') return []
  const wide = inZone.filter(({ role }) => isZoneWide(role))
  if (access.scope === 'region') return [...wide, ...inZone.filter((member) => isOfRegion(member, region))]
  const below = inZone.filter(({ role }) => !isZoneWide(role))
  if (below.length === 0) return wide
  const { zone: mechanism } = await readReference(prisma, zone)
  const confirming = mechanism.confirmations.filter((step) => step.region === region).map(({ by }) => by)
  return [...wide, ...below.filter((member) => member.region !== null && confirming.includes(member.region))]
}

const isOfRegion = (member: Member, region: string): boolean => !isZoneWide(member.role) && member.region === region

/** Regions whose timeliness a person sees: null the whole zone, else those of his own offices. */
export function sightOf(members: Member[]): string[] | null {
  if (members.some(({ role }) => isZoneWide(role))) return null
  return [...new Set(members.flatMap(({ region }) => (region === null ? [] : [region])))]
}
