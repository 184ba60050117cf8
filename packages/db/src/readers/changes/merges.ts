import type { ChangeLine } from '@lianxi/schema/views/changes'
import { SubjectKind, WorkField } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { sql } from '../../client'
import type { Between } from './between'
import { lineInWords } from './line'
import { iso } from '../base/parts'

const Merged = z.object({
  ...{ subject: z.string(), kind: SubjectKind, name: z.string(), field: WorkField.nullable(), at: z.string() },
  ...{ before: z.string().nullable(), after: z.string().nullable(), other: z.string() },
})

/** Listings that were found to be one project, or told apart again. */
export async function readMerges({ db, reference, from, to, since }: Between): Promise<ChangeLine[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('subject', l.code, 'kind', 'project', 'name', coalesce(s.name, l.code), 'field', s.domain,
      'at', ${iso('l.valid_from')}, 'before', o.merged_into, 'after', l.merged_into, 'other', coalesce(m.name, l.merged_into, o.merged_into)) AS row
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
