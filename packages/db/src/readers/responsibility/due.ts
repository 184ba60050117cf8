import type { Responsibility } from '@lianxi/schema/views/responsibility'
import { Period } from '@lianxi/schema/period'
import { FilingState } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Reading, type Sql, sql } from '../../client'
import { iso, periodEnd, progressTable } from '../base/parts'
import { endingWith } from '../base/periods'
import { isOwed } from '../duty/served'
import type { Held } from './held'

const Due = z.array(z.object({ period: Period, state: FilingState, late: z.boolean(), dueAt: z.string().nullable() }))
type Due = NonNullable<Responsibility['due']>

type Year = { zone: string; year: number }

/** Duties as rows to look their progress up by: `k`, in the order of `held`. */
function keysOf(held: readonly Held[]): Sql {
  const all = (name: 'subject' | 'region' | 'body' | 'frequency' | 'from' | 'until') => held.map((one) => one[name])
  return sql`unnest(${all('subject')}::text[], ${all('region')}::text[], ${all('body')}::text[],
      ${all('frequency')}::text[], ${all('from')}::text[], ${all('until')}::text[])
      WITH ORDINALITY AS k (subject, region, body, frequency, since, until, n)`
}

/** Progress `p` is of duty `k`, while its body held it. */
const progressOf = ({ zone, year }: Year): Sql => sql`${progressTable} p
  WHERE p.zone = ${zone} AND p.subject = k.subject AND p.region = k.region
    AND p.year = ${year} AND p.frequency = k.frequency AND p.body = k.body
    AND p.period >= coalesce(k.since, '') AND (k.until IS NULL OR p.period < k.until)`

/** Each opened period's state of duties, while their body held them; in the order of `held`. */
export async function readDue(db: Reading, of: Year, held: readonly Held[]): Promise<Due[]> {
  if (held.length === 0) return []
  const rows = await db.$queryRaw<{ due: unknown }[]>(sql`
    SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('period', p.period, 'state', p.state, 'late', p.late,
        'dueAt', ${iso('p.due_at')}) ORDER BY ${periodEnd('p')}) FROM ${progressOf(of)}), '[]') AS due
    FROM ${keysOf(held)} ORDER BY k.n`)
  return rows.map(({ due }) => Due.parse(due))
}

/** Duties that are asked for in a period, or in one that ends with it, and not reported: what their body is chased for. */
export async function readMissing(
  db: Reading,
  { period, ...of }: Year & { period: Period },
  held: readonly Held[],
): Promise<Set<Held>> {
  if (held.length === 0) return new Set()
  const rows = await db.$queryRaw<{ at: number }[]>(sql`
    SELECT (k.n - 1)::int AS at FROM ${keysOf(held)}
    WHERE EXISTS (SELECT FROM ${progressOf(of)} AND p.period = ANY(${endingWith(period)})
      AND ${isOwed('p')})`)
  const missing = new Set(rows.map(({ at }) => at))
  return new Set(held.filter((_, at) => missing.has(at)))
}
