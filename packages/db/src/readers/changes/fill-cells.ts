import { CellSide, EarlierStatus } from '@lianxi/schema/views/changes'
import { SubjectKind, WorkField } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { raw, type Sql, sql } from '../../client'
import { figurePairs, subjectOf } from '../base/parts'
import { regionName } from '../base/reference'
import type { Between } from './between'
import { cellAt } from './cells'
import type { Filled, Found } from './found'
import { standingAt, statusAt } from './moved'

const Row = z.object({
  ...{ n: z.int(), kind: SubjectKind, name: z.string(), field: WorkField.nullable(), unit: z.string().nullable() },
  ...{ before: CellSide.nullable(), after: CellSide, stood: EarlierStatus.nullable() },
})

const sideJson = (alias: string, judged: string): Sql => {
  const p = raw(alias)
  return sql`CASE WHEN ${p}.period IS NULL THEN NULL ELSE jsonb_build_object('state', ${p}.state, 'nil', ${p}.nil,
    'confirmed', ${p}.confirmed, 'status', ${raw(judged)}.status,
    'overridden', coalesce(${raw(judged)}.overridden, false), ${figurePairs(alias)}) END`
}

/** Lines of filings with how they were and how they are. */
export async function fillCells(between: Between, found: readonly Found[]): Promise<Filled[]> {
  if (found.length === 0) return []
  const { db, reference, from, to, since, until } = between
  const of = (name: 'subject' | 'region' | 'period') => found.map((one) => one[name])
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    WITH z AS (SELECT ${reference.zone.code} AS zone), t AS (
      SELECT * FROM unnest(${of('subject')}::text[], ${of('region')}::text[], ${of('period')}::text[])
        WITH ORDINALITY AS t (subject, region, period, n))
    SELECT jsonb_build_object('n', t.n - 1, 'kind', coalesce(s.kind, a.kind), 'name', coalesce(s.name, t.subject),
      'field', s.domain, 'unit', s.doc->>'unit', 'before', ${sideJson('b', 'sb')}, 'after', ${sideJson('a', 'sa')},
      'stood', CASE WHEN e.status IS NOT NULL THEN
        jsonb_build_object('period', e.period, 'status', e.status, 'overridden', e.overridden) END) AS row
    FROM t CROSS JOIN z ${cellAt(from, 'b')} ${cellAt(to, 'a')} ${statusAt(since, 'sb')} ${statusAt(until, 'sa')}
    ${standingAt(since, 'e')}
    ${subjectOf(reference.zone.code, sql`t.subject`, 's', to)}`)
  return rows.flatMap(({ row }): Filled[] => {
    const { n, stood, ...rest } = Row.parse(row)
    const one = found[n]
    if (one === undefined) return []
    const { kinds, subject, period, at, region } = one
    const moved = kinds.includes('better') || kinds.includes('worse')
    const earlier = moved && stood !== null && stood.period !== period ? stood : null
    const line = {
      ...rest,
      kinds,
      subject,
      period,
      at,
      region: regionName(reference, region ?? ''),
      note: null,
      earlier,
    }
    return [[one, line]]
  })
}
