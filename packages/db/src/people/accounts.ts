import { sameMembership } from '@lianxi/domain/place/membership'
import { v7 as uuidv7 } from 'uuid'
import type { RefusalCode } from '@lianxi/schema/views/refusal'
import type { Role } from '@lianxi/schema/vocabulary'
import type { Tx } from '../client'

export type NewMembership = {
  zone: string | null
  body: string
  bodyName: string
  region: string | null
  role: Role
}
export type NewAccount = {
  /** Only the demo's seeder gives one (`demo-…`, see members.ts); else a UUIDv7. */
  id?: string
  username: string
  name: string
  phone: string | null
  passwordHash: string
  memberships: NewMembership[]
}
/** `field`, `detail`: of which field, and what comes after the refusal's own sentence. */
export type Refused = { ok: false; code: RefusalCode; field?: string | null; detail?: string }
/** `audit`: what only the deed itself knows, for the audit entry. */
export type Done = { ok: true; id: string; audit?: Record<string, string | boolean | null> }

/** Nobody gets mail from us: the address only satisfies the account's form and can never be delivered to. */
const placeholderEmail = (username: string): string => `${username}@users.invalid`

/** Whoever runs the system holds no other role: an administrator cannot report, and nobody who reports administers. */
const mixesAdmin = (roles: string[]): boolean => roles.includes('admin') && roles.some((role) => role !== 'admin')

/** Makes a person with a password and memberships. The user name is the login, in lower case. */
export async function createAccountInTx(tx: Tx, account: NewAccount): Promise<Done | Refused> {
  const { memberships } = account
  const field = 'memberships'
  if (mixesAdmin(memberships.map(({ role }) => role))) return { ok: false, code: 'admin-alone', field }
  if (memberships.some((one, index) => memberships.slice(0, index).some((before) => sameMembership(one, before)))) {
    return { ok: false, code: 'already-member', field }
  }
  const username = account.username.toLowerCase()
  const taken = await tx.user.findUnique({ where: { username }, select: { id: true } })
  if (taken !== null) return { ok: false, code: 'username-taken', field: 'username' }
  const id = account.id ?? uuidv7()
  await tx.user.create({
    data: {
      id,
      name: account.name,
      username,
      displayUsername: username,
      email: placeholderEmail(username),
      phone: account.phone,
      accounts: { create: { id: uuidv7(), accountId: id, providerId: 'credential', password: account.passwordHash } },
      memberships: { create: memberships },
    },
  })
  return { ok: true, id }
}

/** A disabled person is out at once: the sessions end with the account. */
export async function setDisabledInTx(tx: Tx, userId: string, disabled: boolean): Promise<Done | Refused> {
  const { count } = await tx.user.updateMany({ where: { id: userId }, data: { disabled } })
  if (count === 0) return { ok: false, code: 'not-found' }
  if (disabled) await tx.session.deleteMany({ where: { userId } })
  return { ok: true, id: userId }
}

/** A new password ends every session and forgives failed logins. */
export async function resetPasswordInTx(tx: Tx, userId: string, passwordHash: string): Promise<Done | Refused> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { username: true } })
  if (user === null) return { ok: false, code: 'not-found' }
  await tx.account.updateMany({ where: { userId, providerId: 'credential' }, data: { password: passwordHash } })
  await tx.session.deleteMany({ where: { userId } })
  if (user.username !== null) await tx.loginAttempt.deleteMany({ where: { username: user.username } })
  return { ok: true, id: userId }
}

export async function addMembershipInTx(tx: Tx, userId: string, membership: NewMembership): Promise<Done | Refused> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { memberships: { select: { zone: true, body: true, role: true } } },
  })
  if (user === null) return { ok: false, code: 'not-found' }
  const held = user.memberships
  if (held.some((one) => sameMembership(one, membership))) return { ok: false, code: 'already-member' }
  if (mixesAdmin([...held.map(({ role }) => role), membership.role])) return { ok: false, code: 'admin-alone' }
  const { id } = await tx.membership.create({ data: { userId, ...membership }, select: { id: true } })
  return { ok: true, id }
}

export async function removeMembershipInTx(tx: Tx, userId: string, membershipId: string): Promise<Done | Refused> {
  const { count } = await tx.membership.deleteMany({ where: { id: membershipId, userId } })
  return count === 0 ? { ok: false, code: 'not-found' } : { ok: true, id: membershipId }
}

export type Actor = { id: string | null; name: string }

/** Who changed what outside a report's life. `detail` never holds a password or a hash. */
export async function auditInTx(
  tx: Tx,
  actor: Actor,
  action: string,
  object: string,
  detail: Record<string, string | number | boolean | null | readonly string[]>,
): Promise<void> {
  await tx.auditEntry.create({ data: { actorId: actor.id, actorName: actor.name, action, object, detail } })
}
