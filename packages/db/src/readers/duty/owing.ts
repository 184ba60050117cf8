import type { BodyRates, ContactView, OwingBody } from '@lianxi/schema/views/chasing'
import { role as roles, Role } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { empty, type Reading, sql } from '../../client'
import { iso } from '../base/parts'
import { isOwed } from './served'

type Asked = { zone: string; periods: readonly string[]; rates: readonly BodyRates[]; overdue: boolean }

/** Bodies that still owe something, with whom to call; `overdue`: only what fell due. */
export async function readOwing(
  db: Reading,
  { zone, periods, rates, overdue }: Asked,
  showsPhones: (one: BodyRates) => boolean,
): Promise<OwingBody[]> {
  const missingOf = (one: BodyRates) => (overdue ? one.overdue : one.due - one.reported)
  const owing = rates.filter((one) => missingOf(one) > 0)
  const bodies = [...new Set(owing.map(({ body }) => body.code))]
  const [contacts, awaiting, reminders] = await Promise.all([
    readContacts(db, zone, bodies),
    readAwaiting(db, { zone, periods, overdue }),
    readReminders(db, { zone, periods, bodies }),
  ])
  return owing.map((one) => {
    const { body, region, city } = one
    const phoneOf = (phone: string | null) => (showsPhones(one) ? phone : null)
    return {
      ...{ body, region, city, missing: missingOf(one), overdue: one.overdue },
      awaiting: awaiting.get(`${body.code} ${region.code}`) ?? 0,
      contacts: (contacts.get(body.code) ?? []).map((contact) => ({ ...contact, phone: phoneOf(contact.phone) })),
      ...(reminders.get(body.code) ?? NEVER),
    }
  })
}

const Contact = z.object({ body: z.string(), name: z.string(), role: Role, phone: z.string().nullable() })

/** Who fills in for a body, and who is asked when nobody does: its coordinator. */
async function readContacts(db: Reading, zone: string, bodies: readonly string[]): Promise<Map<string, ContactView[]>> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT m.body, u.name, m.role, u.phone FROM membership m JOIN "user" u ON u.id = m.user_id
    WHERE m.zone = ${zone} AND m.body = ANY(${bodies}) AND m.role IN ('reporter', 'coordinator') AND NOT u.disabled
    ORDER BY m.body, m.role DESC, u.name COLLATE zh`)
  const found = new Map<string, ContactView[]>()
  for (const { body, role, ...named } of z.array(Contact).parse(rows))
    found.set(body, [...(found.get(body) ?? []), { ...named, role: roles.labels[role] }])
  return found
}

type Row = { body: string; region: string; awaiting: number }

/** How much of what each body owes is filled in and waits for its own approver: few reports do, so they are looked at first. */
async function readAwaiting(
  db: Reading,
  { zone, periods, overdue }: Omit<Asked, 'rates'>,
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT p.body, p.region, count(*)::int AS awaiting
    FROM report r JOIN board.progress p USING (zone, subject, region, period)
    WHERE r.zone = ${zone} AND r.period = ANY(${periods}) AND r.state = 'submitted' AND ${isOwed('p')}
      ${overdue ? sql`AND p.due_at < (SELECT clock())` : empty}
    GROUP BY p.body, p.region`)
  return new Map(rows.map(({ body, region, awaiting }) => [`${body} ${region}`, awaiting]))
}

type Reminded = { zone: string; periods: readonly string[]; bodies: readonly string[] }

type Times = Pick<OwingBody, 'lastReminderAt' | 'lastChasedAt'>
const NEVER: Times = { lastReminderAt: null, lastChasedAt: null }

/** When each body was last reminded of these periods, by the clock or by hand, and when by hand. */
async function readReminders(db: Reading, { zone, periods, bodies }: Reminded): Promise<Map<string, Times>> {
  const rows = await db.$queryRaw<({ body: string } & Times)[]>(sql`
    SELECT n.body, ${iso('max(n.at)')} AS "lastReminderAt",
      ${iso(`max(n.at) FILTER (WHERE n.kind = 'chased')`)} AS "lastChasedAt"
    FROM notice n
    WHERE n.zone = ${zone} AND n.body = ANY(${bodies}) AND n.period = ANY(${periods})
      AND n.kind IN ('due-soon', 'overdue', 'chased') GROUP BY n.body`)
  return new Map(rows.map(({ body, ...times }) => [body, times]))
}
