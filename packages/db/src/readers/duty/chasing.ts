import { chasingText, daysLate } from '@lianxi/domain/duty/chasing'
import { Period } from '@lianxi/schema/period'
import type { ChasedBody, ChasedItem, Chasing, ChasingInput, ContactView } from '@lianxi/schema/views/chasing'
import { FilingState, role as roles, Role, SubjectKind } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Database, type Reading, sql } from '../../client'
import { readExtensions } from './extensions'
import { readRates } from './filing-rates'
import { iso, progressTable } from '../base/parts'
import { endingWith, pickPeriod, readPeriods } from '../base/periods'
import { bodyName, readReference, regionName, reportingRegions, zoneName } from '../base/reference'
import { askedItself } from './served'
import { readNow, readStreamState } from '../moment/stream-state'

/** What the viewer may see: the zone, a region's bodies with their telephones, or only his own bodies. */
export type ChasingSight = { zone: boolean; regions: readonly string[]; bodies: readonly string[] }

const Missing = z.object({
  body: z.string(),
  region: z.string(),
  subject: z.string(),
  name: z.string(),
  kind: SubjectKind,
  period: Period,
  state: FilingState,
  dueAt: z.string().nullable(),
  persons: z.array(z.string()),
})
type Missing = z.infer<typeof Missing>

/** 催报: what is missing in a period and those that end with it, by body. */
export async function readChasing(db: Database, input: ChasingInput, sight: ChasingSight): Promise<Chasing> {
  const { zone } = input
  const [reference, periods, stream, clock] = await Promise.all([
    readReference(db, zone),
    readPeriods(db, zone),
    readStreamState(db, zone),
    readNow(db),
  ])
  const now = clock.toISOString()
  const period = pickPeriod(periods, input.period, clock)
  const seen = ({ body, region }: { body: string; region: string }) =>
    sight.zone || sight.regions.includes(region) || sight.bodies.includes(body)
  const missing = (await readMissing(db, zone, period.period)).filter(seen)
  const asked = missing.filter(({ dueAt }) => input.show !== 'overdue' || daysLate(dueAt, now) !== null)
  const regions = reportingRegions(reference).map(({ code }) => code)
  const extensions = (await readExtensions(db, reference, { regions, periods: endingWith(period.period) })).filter(
    ({ body, region }) => seen({ body: body.code, region: region.code }),
  )
  const periodDue = new Map(periods.map((known) => [known.period, known.dueAt]))
  const reminders = await readReminders(db, zone, endingWith(period.period))
  const contacts = await readContacts(db, zone, [...new Set(asked.map(({ body }) => body))])
  const rates = (await readRates(db, reference, period.period)).filter(({ body, region }) =>
    seen({ body: body.code, region: region.code }),
  )
  const bodies = [...new Set(asked.map(({ body }) => body))].map((code): ChasedBody => {
    const rows = asked.filter(({ body }) => body === code)
    const region = rows[0]?.region ?? ''
    const items = rows.map((row) => itemOf(row, now, periodDue.get(row.period) ?? null))
    const name = bodyName(reference, code)
    const phones = sight.zone || sight.regions.includes(region)
    return {
      body: name,
      region: regionName(reference, region),
      contacts: (contacts.get(code) ?? []).map((one) => ({ ...one, phone: phones ? one.phone : null })),
      items,
      lastReminderAt: reminders.get(code) ?? null,
      text: chasingText(name.name, items, now),
    }
  })
  return {
    zone: zoneName(reference),
    period,
    periods,
    bodies: bodies.sort((a, b) => (a.body.code < b.body.code ? -1 : 1)),
    rates,
    extensions,
    mayExtend: sight.zone,
    stream,
  }
}

const itemOf = ({ subject, name, kind, period, state, dueAt, persons }: Missing, now: string, usual: string | null) =>
  ({
    ...{ subject, name, kind, period, state, dueAt, persons },
    daysLate: daysLate(dueAt, now),
    extended: dueAt !== usual,
  }) satisfies ChasedItem

async function readMissing(db: Reading, zone: string, period: Period): Promise<Missing[]> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT p.body, p.region, p.subject, s.name, p.kind, p.period, p.state, ${iso('p.due_at')} AS "dueAt",
      coalesce((SELECT jsonb_agg(DISTINCT w.content->>'person') FROM year_list_item w
        WHERE w.zone = p.zone AND w.code = ANY (p.items) AND w.content->>'person' <> ''), '[]') AS persons
    FROM ${progressTable} p JOIN board.subject s ON s.zone = p.zone AND s.code = p.subject
    WHERE p.zone = ${zone} AND p.period = ANY(${endingWith(period)}) AND p.body IS NOT NULL
      AND p.state IN ('pending', 'overdue', 'returned') AND ${askedItself('p')}
    ORDER BY p.body, p.due_at, s.name COLLATE zh, p.subject`)
  return z.array(Missing).parse(rows)
}

const Contact = z.object({ body: z.string(), name: z.string(), role: Role, phone: z.string().nullable() })

/** Who fills in for a body, and who is asked when nobody does: its coordinator. */
async function readContacts(db: Reading, zone: string, bodies: string[]): Promise<Map<string, ContactView[]>> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT m.body, u.name, m.role, u.phone FROM membership m JOIN "user" u ON u.id = m.user_id
    WHERE m.zone = ${zone} AND m.body = ANY(${bodies}) AND m.role IN ('reporter', 'coordinator') AND NOT u.disabled
    ORDER BY m.body, m.role DESC, u.name COLLATE zh`)
  const found = z.array(Contact).parse(rows)
  const contactsOf = (body: string) =>
    found.flatMap((one) =>
      one.body === body ? [{ name: one.name, role: roles.labels[one.role], phone: one.phone }] : [],
    )
  return new Map(bodies.map((body) => [body, contactsOf(body)]))
}

/** When each body was last reminded of these periods, by the clock or by hand. */
async function readReminders(db: Reading, zone: string, periods: string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ body: string; at: string }[]>(sql`
    SELECT n.body, ${iso('max(n.at)')} AS at FROM notice n
    WHERE n.zone = ${zone} AND n.period = ANY(${periods}) AND n.kind IN ('due-soon', 'overdue', 'chased') GROUP BY n.body`)
  return new Map(rows.map(({ body, at }) => [body, at]))
}
