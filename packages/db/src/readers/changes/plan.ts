import { ItemListed } from '@lianxi/schema/events/commitments'
import type { ChangeLine } from '@lianxi/schema/views/changes'
import { SubjectKind, WorkField } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Sql, sql } from '../../client'
import type { Between } from './cells'
import { lineInWords } from './line'
import { iso, subjectOf } from '../parts'
import { readRevisionChanges } from './revisions'
import { regionName } from '../reference'

const SubjectPart = z.object({
  subject: z.string(),
  kind: SubjectKind,
  name: z.string(),
  field: WorkField.nullable(),
  at: z.string(),
})
const part = (subject: Sql, kind: Sql, at: string): Sql => sql`'subject', ${subject}, 'kind', ${kind},
  'name', coalesce(s.name, ${subject}), 'field', s.domain, 'at', ${iso(at)}`

const ItemRow = SubjectPart.extend({ region: z.string(), before: ItemListed.nullable(), after: ItemListed })

/** Items of the year's lists: new ones, and those a revision changed. */
async function readItems({ db, reference, regions, from, to, since }: Between): Promise<ChangeLine[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object(${part(sql`i.subject`, sql`i.kind`, 'i.valid_from')},
      'region', i.region, 'before', o.doc, 'after', i.doc) AS row
    FROM ${to.item} i
    LEFT JOIN ${from.item} o ON o.zone = i.zone AND o.code = i.code
    ${subjectOf(reference.zone.code, sql`i.subject`, 's', to)}
    WHERE i.zone = ${reference.zone.code} AND i.region = ANY(${regions}) AND i.valid_from > ${since}::timestamptz
      AND o.doc IS DISTINCT FROM i.doc`)
  return rows.map(({ row }) => {
    const { before, after, region, ...rest } = ItemRow.parse(row)
    const list = reference.lists.get(after.list)?.name ?? after.list
    const kind = before === null ? 'item-listed' : 'item-revised'
    const values = before === null ? null : valuesOf(before, after)
    const note = values === null ? list : `${list}：${values}`
    return { ...lineInWords([kind], rest, note), region: regionName(reference, region) }
  })
}

/** The year's commitment before and after; null where something else of the item was revised. */
function valuesOf(before: ItemListed, after: ItemListed): string | null {
  const said = ({ target, project, deadline }: ItemListed) => {
    const plan = project?.planWan ?? null
    const value = target?.yearValue?.value ?? (plan === null ? null : `${plan} 万元`)
    return [value, `期限 ${deadline}`].filter((one) => one !== null).join('，')
  }
  const [then, now] = [said(before), said(after)]
  return then === now ? null : `${then} → ${now}`
}

const Merged = SubjectPart.extend({ before: z.string().nullable(), after: z.string().nullable(), other: z.string() })

/** Listings that were found to be one project, or told apart again. */
async function readMerges({ db, reference, from, to, since }: Between): Promise<ChangeLine[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object(${part(sql`l.code`, sql`'project'`, 'l.valid_from')}, 'before', o.merged_into,
      'after', l.merged_into, 'other', coalesce(m.name, l.merged_into, o.merged_into)) AS row
    FROM ${to.library} l
    LEFT JOIN ${from.library} o ON o.zone = l.zone AND o.code = l.code
    LEFT JOIN ${to.subject} s ON s.zone = l.zone AND s.code = l.code
    LEFT JOIN ${to.subject} m ON m.zone = l.zone AND m.code = coalesce(l.merged_into, o.merged_into)
    WHERE l.zone = ${reference.zone.code} AND l.valid_from > ${since}::timestamptz
      AND l.merged_into IS DISTINCT FROM o.merged_into`)
  return rows.map(({ row }) => {
    const { before: _before, after, other, ...rest } = Merged.parse(row)
    return after === null
      ? lineInWords(['separated'], rest, `与“${other}”分开`)
      : lineInWords(['merged'], rest, `并入“${other}”`)
  })
}

/** What changed of plans, lists and the project library. */
export async function readPlanChanges(between: Between): Promise<ChangeLine[]> {
  const [revised, items, merges] = await Promise.all([
    readRevisionChanges(between),
    readItems(between),
    readMerges(between),
  ])
  return [...revised, ...items, ...merges]
}
