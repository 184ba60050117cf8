import { rolesOf } from '@lianxi/domain/year-list/responsibility'
import { Frequency, Period } from '@lianxi/schema/period'
import type { BodyResponsibility, Responsibility, ResponsibilityView } from '@lianxi/schema/views/responsibility'
import { Attribute, FilingState, SubjectKind } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Database, type Reading, sql } from '../../client'
import { iso, periodEnd, progressTable } from '../base/parts'
import { type Sight, visibleRegions } from '../moment/frame'
import { bodyName, readReference, type Reference, regionName, zoneName } from '../base/reference'
import { readNow } from '../moment/stream-state'

const Held = z.object({
  subject: z.string(),
  name: z.string(),
  kind: SubjectKind,
  region: z.string(),
  frequency: Frequency,
  body: z.string(),
  from: Period.nullable(),
  items: z.array(
    z.object({
      list: z.string(),
      leadBody: z.string(),
      coBodies: z.array(z.string()),
      deadline: z.string(),
      attribute: Attribute,
      leader: z.string(),
      person: z.string(),
    }),
  ),
  due: z.array(z.object({ period: Period, state: FilingState, late: z.boolean(), dueAt: z.string().nullable() })),
})
type Held = z.infer<typeof Held>

/**
 * Who has what in a year, by body, the viewer's own first: adopted items with who reports, leads and shares them, and
 * for who reports each opened period's state, in the regions whose timeliness the viewer may see. A duty that was handed over stands with both, each with its periods.
 * Names of persons come from the web's lists; what only the plan topic knows has none.
 */
export async function readResponsibility(
  db: Database,
  zone: string,
  asked: number | null,
  { own, sight }: { own: readonly string[]; sight: Sight },
): Promise<ResponsibilityView> {
  const [reference, years, now] = await Promise.all([readReference(db, zone), readYears(db, zone), readNow(db)])
  const year = asked ?? years.find((known) => known <= now.getUTCFullYear()) ?? years[0] ?? now.getUTCFullYear()
  const visible = new Set(visibleRegions(reference, sight))
  const byBody = new Map<string, Responsibility[]>()
  for (const held of await readHeld(db, zone, year)) {
    for (const { body, roles } of rolesOf(held)) {
      byBody.set(body, [
        ...(byBody.get(body) ?? []),
        lineOf(reference, held, { roles, visible: visible.has(held.region) }),
      ])
    }
  }
  const bodies = [...byBody].map(([code, items]): BodyResponsibility => {
    const region = reference.bodies.get(code)?.region ?? null
    return {
      ...{ body: bodyName(reference, code), own: own.includes(code), items },
      region: region === null ? null : regionName(reference, region),
    }
  })
  return { zone: zoneName(reference), year, years, bodies: bodies.sort(ownFirst) }
}

/** Then by code: an order that says nothing about anybody. */
const ownFirst = (a: BodyResponsibility, b: BodyResponsibility): number =>
  Number(b.own) - Number(a.own) || (a.body.code < b.body.code ? -1 : 1)

async function readYears(db: Reading, zone: string): Promise<number[]> {
  const rows = await db.$queryRaw<{ year: number }[]>(
    sql`SELECT DISTINCT year FROM board.duty WHERE zone = ${zone} ORDER BY year DESC`,
  )
  return rows.map(({ year }) => year)
}

async function readHeld(db: Reading, zone: string, year: number): Promise<Held[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('subject', d.subject, 'name', s.name, 'kind', d.kind, 'region', d.region,
      'frequency', d.frequency, 'body', h.body, 'from', h."from",
      'items', coalesce((SELECT jsonb_agg(jsonb_build_object('list', i.list, 'leadBody', i.doc->'leadBody',
          'coBodies', i.doc->'coBodies', 'deadline', i.doc->'deadline', 'attribute', i.attribute,
          'leader', coalesce(w.content->>'leader', ''), 'person', coalesce(w.content->>'person', ''))
          ORDER BY i.position, i.code)
        FROM board.item i LEFT JOIN year_list_item w ON w.zone = i.zone AND w.list = i.list AND w.code = i.code
        WHERE i.zone = d.zone AND i.code = ANY (d.items)), '[]'),
      'due', coalesce((SELECT jsonb_agg(jsonb_build_object('period', p.period, 'state', p.state, 'late', p.late,
          'dueAt', ${iso('p.due_at')}) ORDER BY ${periodEnd('p')})
        FROM ${progressTable} p WHERE p.zone = d.zone AND p.subject = d.subject AND p.region = d.region
          AND p.year = d.year AND p.frequency = d.frequency AND p.body = h.body
          AND p.period >= coalesce(h."from", '') AND NOT EXISTS (SELECT FROM jsonb_array_elements(d.holders) AS later
            WHERE later->>'from' > coalesce(h."from", '') AND later->>'from' <= p.period)), '[]')) AS row
    FROM board.duty d JOIN board.subject s ON s.zone = d.zone AND s.code = d.subject
    CROSS JOIN LATERAL jsonb_to_recordset(coalesce(d.holders, jsonb_build_array(jsonb_build_object('body', d.body))))
      AS h (body text, "from" text)
    WHERE d.zone = ${zone} AND d.year = ${year}
    ORDER BY d.region, s.name COLLATE zh, d.subject`)
  // A duty whose items have not been listed yet has nothing to show.
  return rows.map(({ row }) => Held.parse(row)).filter(({ items }) => items.length > 0)
}

type Seen = { roles: Responsibility['roles']; visible: boolean }

function lineOf(reference: Reference, held: Held, { roles, visible }: Seen): Responsibility {
  const { subject, name, kind, frequency, from, due, items } = held
  const [first] = items
  const named = (part: 'leader' | 'person') => items.find((item) => item[part] !== '')?.[part] ?? ''
  const reports = roles.includes('reports')
  return {
    ...{ subject, name, kind, frequency, roles },
    region: regionName(reference, held.region),
    attribute: first?.attribute ?? 'expected',
    deadline: first?.deadline ?? '',
    lists: items.map(({ list }) => ({ code: list, name: reference.lists.get(list)?.name ?? list })),
    ...{ leader: named('leader'), person: named('person') },
    ...{ from: reports ? from : null, due: reports && visible ? due : null },
  }
}
