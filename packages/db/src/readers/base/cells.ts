import { z } from 'zod'
import { OBJECTION_LABELS } from '@lianxi/domain/board/objection'
import { Cell, type FilingCounts, type Objection } from '@lianxi/schema/views/cell'
import { join, raw, type Sql, sql } from '../../client'

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

/** What each of the `FilingCounts` counts, of a progress row `alias`. */
const counted = (alias: string): Record<keyof FilingCounts, Sql> => {
  const p = raw(alias)
  return {
    due: sql`${p}.state <> 'waiting'`,
    reported: sql`${p}.state = 'reported'`,
    pending: sql`${p}.state = 'pending'`,
    overdue: sql`${p}.state = 'overdue'`,
    returned: sql`${p}.state = 'returned'`,
    waiting: sql`${p}.state = 'waiting'`,
    late: sql`${p}.late`,
    nil: sql`${p}.nil`,
    corrected: sql`${p}.revision > 1`,
    confirmed: sql`${p}.confirmed`,
    conflict: sql`${p}.conflict`,
    objections: sql`cardinality(${p}.objections) > 0`,
  }
}
/** `FilingCounts` over progress rows `alias`, as columns of their names: what is grouped finely once is summed up later. */
export const countColumns = (alias: string): Sql =>
  join(Object.entries(counted(alias)).map(([name, is]) => sql`count(*) FILTER (WHERE ${is}) AS ${raw(name)}`))

/** `FilingCounts` summed up over rows `alias` of {@link countColumns}. */
export const countsJson = (alias: string): Sql => {
  const pairs = Object.keys(NO_COUNTS).map((name) => raw(`'${name}', sum(${alias}.${name})::int`))
  return sql`jsonb_build_object(${join(pairs)})`
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
