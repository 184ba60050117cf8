import { Frequency, Period } from '@lianxi/schema/period'
import { Attribute, SubjectKind } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Reading, type Sql, sql } from '../../client'

const Held = z.object({
  subject: z.string(),
  name: z.string(),
  kind: SubjectKind,
  region: z.string(),
  frequency: Frequency,
  body: z.string(),
  from: Period.nullable(),
  until: Period.nullable(),
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
})
/**
 * A duty of a year with one body that held it, since `from` and before `until` where it was handed over, and the items
 * that ask for it. Names of persons come from the web's lists; what only the plan topic knows has none.
 */
export type Held = z.infer<typeof Held>

type Of = { zone: string; year: number }

/** All duties of a year. */
export const readAllHeld = (db: Reading, of: Of): Promise<Held[]> =>
  readHeld(db, of, sql`SELECT subject, region FROM board.duty WHERE zone = ${of.zone} AND year = ${of.year}`)

/** Duties these bodies report, lead or share in: found by what items and duties say, before anything is filled in. */
export const readHeldBy = (db: Reading, of: Of, bodies: readonly string[]): Promise<Held[]> => {
  const wanted = sql`${[...bodies]}::text[]`
  return readHeld(
    db,
    of,
    sql`SELECT subject, region FROM board.item WHERE zone = ${of.zone} AND year = ${of.year}
        AND (doc->>'leadBody' = ANY (${wanted}) OR jsonb_exists_any(doc->'coBodies', ${wanted}))
      UNION SELECT subject, region FROM board.duty WHERE zone = ${of.zone} AND year = ${of.year}
        AND (body = ANY (${wanted}) OR EXISTS (SELECT FROM jsonb_array_elements(holders) h WHERE h->>'body' = ANY (${wanted})))`,
  )
}

async function readHeld(db: Reading, { zone, year }: Of, chosen: Sql): Promise<Held[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    WITH chosen AS MATERIALIZED (${chosen})
    SELECT jsonb_build_object('subject', d.subject, 'name', s.name, 'kind', d.kind, 'region', d.region,
      'frequency', d.frequency, 'body', h.body, 'from', h."from",
      'until', (SELECT min(later->>'from') FROM jsonb_array_elements(d.holders) AS later
        WHERE later->>'from' > coalesce(h."from", '')),
      'items', coalesce((SELECT jsonb_agg(jsonb_build_object('list', i.list, 'leadBody', i.doc->'leadBody',
          'coBodies', i.doc->'coBodies', 'deadline', i.doc->'deadline', 'attribute', i.attribute,
          'leader', coalesce(w.content->>'leader', ''), 'person', coalesce(w.content->>'person', ''))
          ORDER BY i.position, i.code)
        FROM board.item i LEFT JOIN year_list_item w ON w.zone = i.zone AND w.list = i.list AND w.code = i.code
        WHERE i.zone = d.zone AND i.code = ANY (d.items)), '[]')) AS row
    FROM chosen c
    CROSS JOIN LATERAL (SELECT * FROM board.duty o WHERE o.zone = ${zone} AND o.subject = c.subject
      AND o.region = c.region AND o.year = ${year} LIMIT 1) d
    CROSS JOIN LATERAL (SELECT * FROM board.subject o WHERE o.zone = ${zone} AND o.code = d.subject LIMIT 1) s
    CROSS JOIN LATERAL jsonb_to_recordset(coalesce(d.holders, jsonb_build_array(jsonb_build_object('body', d.body))))
      AS h (body text, "from" text)
    ORDER BY d.region, s.name COLLATE zh, d.subject`)
  // A duty whose items have not been listed yet has nothing to show.
  return rows.map(({ row }) => Held.parse(row)).filter(({ items }) => items.length > 0)
}
