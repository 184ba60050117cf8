import { z } from 'zod'
import type { AccountList, AccountsInput } from '@lianxi/schema/views/admin'
import { BodyOption } from '@lianxi/schema/commands/account'
import { BodyListed } from '@lianxi/schema/events/facts'
import type { DemoAccount } from '@lianxi/schema/views/session'
import { Role } from '@lianxi/schema/vocabulary'
import { type Database, type Reading, sql } from '../../client'
import { DEMO_USER_PREFIX } from '../../people/members'

export async function readAccounts(db: Database, input: AccountsInput): Promise<AccountList> {
  const { q, role, page, pageSize } = input
  const part = q?.trim() ?? ''
  const where = {
    ...(part !== '' && { OR: [{ name: { contains: part } }, { username: { contains: part.toLowerCase() } }] }),
    ...(role !== undefined && { memberships: { some: { role } } }),
  }
  const [total, users] = await Promise.all([
    db.user.count({ where }),
    db.user.findMany({
      where,
      orderBy: { username: 'asc' },
      skip: (page - 1) * pageSize,
      take: pageSize,
      include: { memberships: { orderBy: [{ body: 'asc' }, { role: 'asc' }] } },
    }),
  ])
  const rows = users.map(({ id, username, name, phone, disabled, createdAt, memberships }) => ({
    ...{ id, name, phone, disabled },
    username: username ?? '',
    demo: id.startsWith(DEMO_USER_PREFIX),
    createdAt: createdAt.toISOString(),
    memberships: memberships.map(({ id: of, zone, body, bodyName, role: held }) => ({
      ...{ id: of, zone, body, bodyName },
      role: Role.parse(held),
    })),
  }))
  return { rows, total, page, pageSize }
}

/** Bodies a person can be put into: those the zones' plan topics listed. */
export async function readBodyOptions(db: Reading): Promise<BodyOption[]> {
  const rows = await db.$queryRaw<{ zone: string; zoneName: string; doc: unknown }[]>(
    sql`SELECT b.zone, coalesce(z.doc->>'name', b.zone) AS "zoneName", b.doc FROM board.fact b
      LEFT JOIN board.fact z ON z.zone = b.zone AND z.kind = 'zone' AND z.code = b.zone
      WHERE b.kind = 'body' AND NOT jsonb_exists(b.doc, 'endedOn') ORDER BY b.zone, b.doc->>'name' COLLATE zh`,
  )
  return rows.map(({ zone, zoneName, doc }) => {
    const { code, name, kind, region } = BodyListed.parse(doc)
    return BodyOption.parse({ zone, zoneName, code, name, kind, region })
  })
}

/** The demo's accounts, for the login page of a demo. */
export async function readDemoAccounts(db: Database): Promise<DemoAccount[]> {
  const users = await db.user.findMany({
    where: { id: { startsWith: DEMO_USER_PREFIX }, disabled: false },
    orderBy: { username: 'asc' },
    include: { memberships: { take: 1, orderBy: { id: 'asc' } } },
  })
  const named = z.object({ username: z.string(), name: z.string(), bodyName: z.string(), role: Role })
  return users.flatMap(({ username, name, memberships: [first] }) =>
    first === undefined ? [] : [named.parse({ username, name, bodyName: first.bodyName, role: first.role })],
  )
}
