import { Role } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Database, type Reading, sql } from '../client'

const Member = z.object({
  ...{ zone: z.string().nullable(), body: z.string(), bodyName: z.string(), region: z.string().nullable(), role: Role },
})
export type Member = z.infer<typeof Member>

const PersonRow = z.object({
  ...{ id: z.string(), name: z.string(), username: z.string(), disabled: z.boolean() },
  memberships: z.array(Member),
})

/** A person who may act now; undefined for one that is unknown or disabled. Read at every request, in one statement. */
export async function findPerson(
  db: Reading,
  userId: string,
): Promise<{ id: string; name: string; username: string; memberships: Member[] } | undefined> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT u.id, u.name, coalesce(u.username, '') AS username, u.disabled,
      coalesce((SELECT jsonb_agg(jsonb_build_object('zone', m.zone, 'body', m.body, 'bodyName', m.body_name,
          'region', m.region, 'role', m.role) ORDER BY m.body, m.role)
        FROM membership m WHERE m.user_id = u.id), '[]') AS memberships
    FROM "user" u WHERE u.id = ${userId}`)
  const [row] = z.array(PersonRow).parse(rows)
  if (row === undefined || row.disabled) return undefined
  const { disabled: _disabled, ...person } = row
  return person
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
