import { z } from 'zod'
import { Cell, type FilingCounts } from '@lianxi/schema/views/cell'
import { raw, type Sql, sql } from '../client'

/** Sentences for what the worker's re-check objects to; a code of a newer worker speaks for itself. */
const OBJECTION_SENTENCES: Record<string, string> = {
  'wrong-body': '填报单位与年度清单确定的责任单位不一致',
  'before-opening': '报告期开放前填报',
  'after-closing': '报告期关闭后填报，且没有退回',
}

export const StoredCell = z.preprocess((stored: unknown) => {
  const parsed = z.looseObject({ objections: z.array(z.string()) }).safeParse(stored)
  if (!parsed.success) return stored
  const objections = parsed.data.objections.map((code) => ({ code, message: OBJECTION_SENTENCES[code] ?? code }))
  return { ...parsed.data, objections }
}, Cell)

export const objectionsOf = (codes: string[]) =>
  codes.map((code) => ({ code, message: OBJECTION_SENTENCES[code] ?? code }))

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
