import type { Responsibility } from '@lianxi/schema/views/responsibility'
import { Period } from '@lianxi/schema/period'
import { FilingState } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Reading, sql } from '../../client'
import { iso, periodEnd, progressTable } from '../base/parts'
import type { Held } from './held'

const Due = z.array(z.object({ period: Period, state: FilingState, late: z.boolean(), dueAt: z.string().nullable() }))
type Due = NonNullable<Responsibility['due']>

/** Each opened period's state of duties, while their body held them; in the order of `held`. */
export async function readDue(
  db: Reading,
  { zone, year }: { zone: string; year: number },
  held: readonly Held[],
): Promise<Due[]> {
  if (held.length === 0) return []
  const all = (name: 'subject' | 'region' | 'body' | 'frequency' | 'from' | 'until') => held.map((one) => one[name])
  const rows = await db.$queryRaw<{ due: unknown }[]>(sql`
    SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('period', p.period, 'state', p.state, 'late', p.late,
        'dueAt', ${iso('p.due_at')}) ORDER BY ${periodEnd('p')})
      FROM ${progressTable} p WHERE p.zone = ${zone} AND p.subject = k.subject AND p.region = k.region
        AND p.year = ${year} AND p.frequency = k.frequency AND p.body = k.body
        AND p.period >= coalesce(k.since, '') AND (k.until IS NULL OR p.period < k.until)), '[]') AS due
    FROM unnest(${all('subject')}::text[], ${all('region')}::text[], ${all('body')}::text[],
      ${all('frequency')}::text[], ${all('from')}::text[], ${all('until')}::text[])
      WITH ORDINALITY AS k (subject, region, body, frequency, since, until, n)
    ORDER BY k.n`)
  return rows.map(({ due }) => Due.parse(due))
}
