import type { ListCommand, ListContext } from '@lianxi/domain/year-list/decide'
import type { KnownDuty, YearList } from '@lianxi/domain/year-list/state'
import { Frequency } from '@lianxi/schema/period'
import { z } from 'zod'
import { type Reading, sql } from '../client'
import { iso } from '../readers/parts'

const Known = z.object({
  now: z.string(),
  today: z.string(),
  binding: z.array(z.string()),
  bodies: z.array(z.object({ code: z.string(), region: z.string().nullable() })),
  duties: z.array(
    z.object({
      subject: z.string(),
      region: z.string(),
      body: z.string(),
      frequency: Frequency,
      items: z.array(z.string()),
    }),
  ),
})

/** What the rules ask of the board: issued subjects of the command, the zone's bodies, the year's duties, the time. */
export async function readContextInTx(
  tx: Reading,
  { zone, year }: Pick<YearList, 'zone' | 'year'>,
  command: ListCommand,
  actor: Pick<ListContext, 'actor' | 'body' | 'region'>,
): Promise<ListContext> {
  const subject = 'content' in command ? command.content.subject : ''
  const [row] = await tx.$queryRaw<{ known: unknown }[]>(sql`
    SELECT jsonb_build_object('now', ${iso('m.now')}, 'today', to_char(m.now AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'),
      'binding', coalesce((SELECT jsonb_agg(s.code) FROM board.subject s
        JOIN board.fact p ON p.zone = s.zone AND p.kind = 'plan' AND p.code = s.plan
        WHERE s.zone = ${zone} AND s.code = ${subject} AND p.doc->>'status' = 'issued'), '[]'),
      'bodies', coalesce((SELECT jsonb_agg(jsonb_build_object('code', b.code, 'region', b.doc->'region'))
        FROM board.fact b WHERE b.zone = ${zone} AND b.kind = 'body'), '[]'),
      'duties', coalesce((SELECT jsonb_agg(jsonb_build_object('subject', d.subject, 'region', d.region, 'body', d.body,
          'frequency', d.frequency, 'items', to_jsonb(d.items)))
        FROM board.duty d WHERE d.zone = ${zone} AND d.year = ${year}), '[]')) AS known
    FROM (SELECT clock() AS now) m`)
  const { now, today, binding, bodies, duties } = Known.parse(row?.known)
  return {
    ...{ ...actor, now, today, bindingSubjects: new Set(binding) },
    bodies: new Map(bodies.map(({ code, region }) => [code, region])),
    duties: new Map(duties.map(({ subject: of, region, ...duty }): [string, KnownDuty] => [`${of} ${region}`, duty])),
  }
}
