import { Owed } from '@lianxi/schema/views/bodies'
import { type Reading, sql } from '../../client'
import { dayInChina } from '../base/parts'

/**
 * What a body has on adopted lists of this year and later, in their order: items it leads, and items it reports since
 * the last handover.
 */
export async function readOwed(db: Reading, zone: string, body: string): Promise<Owed[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('list', i.list, 'listName', l.doc->>'name', 'item', i.code, 'position', i.position,
      'name', s.name, 'leads', i.doc->>'leadBody' = ${body},
      'reports', coalesce(d.holders->-1->>'body', d.body) = ${body}) AS row
    FROM board.item i
    JOIN board.fact l ON l.zone = i.zone AND l.kind = 'list' AND l.code = i.list
    JOIN board.subject s ON s.zone = i.zone AND s.code = i.subject
    LEFT JOIN board.duty d ON (d.zone, d.subject, d.region, d.year) = (i.zone, i.subject, i.region, i.year)
    CROSS JOIN (SELECT left(${dayInChina('c.now')}, 4)::int AS year FROM (SELECT clock() AS now) c) t
    WHERE i.zone = ${zone} AND i.year >= t.year
      AND (i.doc->>'leadBody' = ${body} OR coalesce(d.holders->-1->>'body', d.body) = ${body})
    ORDER BY i.list, i.position`)
  return rows.map(({ row }) => Owed.parse(row))
}
