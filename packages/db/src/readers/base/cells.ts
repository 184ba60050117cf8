import { z } from 'zod'
import { OBJECTION_LABELS } from '@lianxi/domain/board/objection'
import { Cell, type FilingCounts, type Objection } from '@lianxi/schema/views/cell'
import { raw, type Sql, sql } from '../../client'

const Finding = z.object({ level: z.string(), code: z.string(), message: z.string() })
/** `findings` of a progress row. */
export const StoredFindings = z.array(Finding).nullable()
type StoredFindings = z.infer<typeof StoredFindings>

const sentences = new Map<string, string>(Object.entries(OBJECTION_LABELS))
const ofLevel = (findings: StoredFindings, level: string): Objection[] =>
  (findings ?? []).flatMap((found) => (found.level === level ? [{ code: found.code, message: found.message }] : []))

/** What is objected to, in sentences: of the filing, then of the figures. A code of a newer worker speaks for itself. */
export function objectionsOf(codes: string[], findings: StoredFindings): Objection[] {
  const errors = ofLevel(findings, 'error')
  const said = new Set(errors.map(({ code }) => code))
  const filing = codes.filter((code) => !said.has(code))
  return [...filing.map((code) => ({ code, message: sentences.get(code) ?? code })), ...errors]
}

/** Warnings the report gives no reason for. */
export const unansweredOf = (findings: StoredFindings): Objection[] => ofLevel(findings, 'warning')

const StoredCodes = z.looseObject({ objections: z.array(z.string()), findings: StoredFindings })
export const StoredCell = z.preprocess((stored: unknown) => {
  const parsed = StoredCodes.safeParse(stored)
  if (!parsed.success) return stored
  const { findings, objections, ...cell } = parsed.data
  return { ...cell, objections: objectionsOf(objections, findings), unanswered: unansweredOf(findings) }
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
