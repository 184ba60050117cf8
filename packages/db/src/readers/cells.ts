import { z } from 'zod'
import { OBJECTION_LABELS } from '@lianxi/domain/board/objection'
import { Cell, type FilingCounts } from '@lianxi/schema/views/cell'
import { raw, type Sql, sql } from '../client'

/** A code of a newer worker than this build speaks for itself. */
export const objectionsOf = (codes: string[]) => codes.map((code) => ({ code, message: sentences.get(code) ?? code }))
const sentences = new Map<string, string>(Object.entries(OBJECTION_LABELS))

export const StoredCell = z.preprocess((stored: unknown) => {
  const parsed = z.looseObject({ objections: z.array(z.string()) }).safeParse(stored)
  return parsed.success ? { ...parsed.data, objections: objectionsOf(parsed.data.objections) } : stored
}, Cell)

/** `FilingCounts` over progress rows `alias`. */
export const countsJson = (alias: string): Sql => {
  const p = raw(alias)
  const count = (condition: Sql) => sql`(count(*) FILTER (WHERE ${condition}))::int`
  return sql`jsonb_build_object(
    'due', ${count(sql`${p}.state <> 'waiting'`)}, 'reported', ${count(sql`${p}.state = 'reported'`)},
    'pending', ${count(sql`${p}.state = 'pending'`)}, 'overdue', ${count(sql`${p}.state = 'overdue'`)},
    'returned', ${count(sql`${p}.state = 'returned'`)}, 'waiting', ${count(sql`${p}.state = 'waiting'`)},
    'late', ${count(sql`${p}.late`)}, 'nil', ${count(sql`${p}.nil`)},
    'corrected', ${count(sql`${p}.revision > 1`)}, 'confirmed', ${count(sql`${p}.confirmed`)},
    'conflict', ${count(sql`${p}.conflict`)}, 'objections', ${count(sql`cardinality(${p}.objections) > 0`)})`
}

export const NO_COUNTS: FilingCounts = {
  due: 0,
  reported: 0,
  pending: 0,
  overdue: 0,
  returned: 0,
  waiting: 0,
  late: 0,
  nil: 0,
  corrected: 0,
  confirmed: 0,
  conflict: 0,
  objections: 0,
}
