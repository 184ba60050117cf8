import { ItemListed } from '@lianxi/schema/events/commitments'
import { grouped, moneyWords } from '@lianxi/schema/figure-words'
import { SubjectKind, WorkField } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { sql } from '../../client'
import { iso, subjectOf } from '../base/parts'
import { regionName } from '../base/reference'
import { type Between, toldBetween } from './between'
import type { Filled, Found } from './found'
import { lineInWords } from './line'

const Group = z.object({ kind: z.enum(['item-listed', 'item-revised']), items: z.string() })

/** Items of the year's lists: new ones, and those a revision changed. Each is an event; what it was before is history. */
export async function findItemChanges(between: Between): Promise<Found[]> {
  const { db, reference, regions, to, since } = between
  const groups = await db.$queryRaw<unknown[]>(sql`
    WITH t AS (
      SELECT DISTINCT CASE e.type WHEN 'lianxi.item.listed.v1' THEN e.data->>'code' ELSE e.data->'item'->>'code' END AS code
      FROM ingested_event e
      WHERE ${toldBetween(between)} AND e.type IN ('lianxi.item.listed.v1', 'lianxi.item.revised.v1'))
    SELECT CASE WHEN o.code IS NULL THEN 'item-listed' ELSE 'item-revised' END AS kind,
      string_agg(concat_ws(' ', i.code, i.subject, i.region, ${iso('i.valid_from')}), E'\n') AS items
    FROM t
    JOIN LATERAL (SELECT i.* FROM ${to.item} i WHERE i.zone = ${reference.zone.code} AND i.code = t.code LIMIT 1) i
      ON i.region = ANY(${regions}) AND i.valid_from > ${since}::timestamptz
    LEFT JOIN (SELECT h.code, h.doc FROM board.item_history h
      WHERE h.zone = ${reference.zone.code} AND h.valid @> ${since}::timestamptz) o ON o.code = t.code
    WHERE o.doc IS DISTINCT FROM i.doc
    GROUP BY 1`)
  return groups.flatMap((row) => {
    const { kind, items } = Group.parse(row)
    const kinds = [kind]
    return items.split('\n').map((item): Found => {
      const [code = '', subject = '', region = '', at = ''] = item.split(' ')
      return { kinds, subject, region, period: null, at, rest: { of: 'item', code } }
    })
  })
}

const Row = z.object({
  ...{ code: z.string(), kind: SubjectKind, name: z.string(), field: WorkField.nullable() },
  ...{ before: ItemListed.nullable(), after: ItemListed },
})

/** Lines of items, with their list and what a revision changed. */
export async function fillItems({ db, reference, from, to }: Between, found: readonly Found[]): Promise<Filled[]> {
  const codes = new Map(found.flatMap((one) => (one.rest.of === 'item' ? [[one.rest.code, one] as const] : [])))
  if (codes.size === 0) return []
  const zone = reference.zone.code
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('code', i.code, 'kind', i.kind, 'name', coalesce(s.name, i.subject), 'field', s.domain,
      'before', o.doc, 'after', i.doc) AS row
    FROM unnest(${[...codes.keys()]}::text[]) AS t (code)
    JOIN LATERAL (SELECT i.* FROM ${to.item} i WHERE i.zone = ${zone} AND i.code = t.code LIMIT 1) i ON true
    LEFT JOIN LATERAL (SELECT o.* FROM ${from.item} o WHERE o.zone = ${zone} AND o.code = t.code LIMIT 1) o ON true
    ${subjectOf(zone, sql`i.subject`, 's', to)}`)
  return rows.flatMap(({ row }): Filled[] => {
    const { code, before, after, ...about } = Row.parse(row)
    const one = codes.get(code)
    if (one === undefined) return []
    const list = reference.lists.get(after.list)?.name ?? after.list
    const values = before === null ? null : valuesOf(before, after)
    const note = values === null ? list : `${list}：${values}`
    const line = lineInWords(one.kinds, { ...about, subject: one.subject, at: one.at }, note)
    return [[one, { ...line, region: regionName(reference, one.region ?? '') }]]
  })
}

/** The year's commitment before and after; null where something else of the item was revised. */
function valuesOf(before: ItemListed, after: ItemListed): string | null {
  const said = ({ target, project, deadline }: ItemListed) => {
    const plan = project?.planWan ?? null
    const figure = target?.yearValue?.value
    const sum = plan === null ? null : moneyWords(plan)
    const value = figure === undefined ? sum : grouped(figure)
    return [value, `期限 ${deadline}`].filter((one) => one !== null).join('，')
  }
  const [then, now] = [said(before), said(after)]
  return then === now ? null : `${then} → ${now}`
}
