import type { Database } from '@lianxi/db/client'
import type { NewMembership } from '@lianxi/db/people/accounts'
import { SYSTEM_BODY } from '@lianxi/db/people/create-admin'
import { readBodyOptions } from '@lianxi/db/readers/admin/accounts'
import { roleNames, rolesOf } from '@lianxi/domain/place/body-roles'
import { refuse } from '@lianxi/domain/report/refusal'
import type { BodyOption, MembershipGiven } from '@lianxi/schema/commands/account'
import type { Refusal } from '@lianxi/schema/views/refusal'
import { bodyKind } from '@lianxi/schema/vocabulary'

type Found = { ok: true; memberships: NewMembership[] } | { ok: false; refusal: Refusal }

/**
 * Memberships with what the zones' plan topics say of the bodies. Refused: no such body there, or a role that its kind
 * of body does not have. Administrators belong to the system's own body, and nobody else does: whoever runs the system
 * cannot report.
 * @param field where the refusal belongs
 */
export async function findMemberships(prisma: Database, given: MembershipGiven[], field: string): Promise<Found> {
  const options = await readBodyOptions(prisma)
  const memberships: NewMembership[] = []
  for (const one of given) {
    const membership = membershipOf(one, options)
    if ('code' in membership) return { ok: false, refusal: refuse(membership.code, field, membership.detail) }
    memberships.push(membership)
  }
  return { ok: true, memberships }
}

function membershipOf({ zone, body, role }: MembershipGiven, options: BodyOption[]) {
  if (role === 'admin') return { zone: null, ...SYSTEM_BODY, region: null, role }
  const option = options.find((known) => known.zone === zone && known.code === body)
  if (option === undefined) return { code: 'not-found' as const, detail: undefined }
  const { name, kind, region } = option
  if (rolesOf(kind).includes(role)) return { zone, body, bodyName: name, region, role }
  const detail = `${name}（${bodyKind.labels[kind]}）可任：${roleNames(kind)}。`
  return { code: 'role-not-of-body' as const, detail }
}
