import { Role } from '@lianxi/schema/vocabulary'
import { type Database, type Reading, sql } from '../client'

export type Member = { zone: string | null; body: string; bodyName: string; region: string | null; role: Role }

/** A person who may act now; undefined for one that is unknown or disabled. Read at every request. */
export async function findPerson(
  db: Reading,
  userId: string,
): Promise<{ id: string; name: string; username: string; memberships: Member[] } | undefined> {
  const user = await db.user.findUnique({
    where: { id: userId },
    include: { memberships: { orderBy: [{ body: 'asc' }, { role: 'asc' }] } },
  })
  if (user === null || user.disabled) return undefined
  const memberships = user.memberships.map(({ zone, body, bodyName, region, role }) => ({
    zone,
    body,
    bodyName,
    region,
    role: Role.parse(role),
  }))
  return { id: user.id, name: user.name, username: user.username ?? '', memberships }
}

/** Is the account of this user name disabled? Unknown names are not. */
export async function isDisabled(db: Reading, username: string): Promise<boolean> {
  const user = await db.user.findUnique({ where: { username: username.toLowerCase() }, select: { disabled: true } })
  return user?.disabled ?? false
}

/** Prefix of the accounts that the demo's seeder makes; production refuses to start with one of them. */
export const DEMO_USER_PREFIX = 'demo-'

export async function countDemoAccounts(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(
    sql`SELECT count(*)::int AS count FROM "user" WHERE starts_with(id, ${DEMO_USER_PREFIX}) AND NOT disabled`,
  )
  return row?.count ?? 0
}
