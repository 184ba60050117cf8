import type { ExtensionView } from '@lianxi/schema/views/chasing'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { type Reading, sql } from '../../client'
import { type Board, CURRENT } from '../base/board'
import { iso } from '../base/parts'
import { bodyName, type Reference, regionName } from '../base/reference'
import { askedItself } from './served'

type Which = { regions: readonly string[]; periods?: readonly string[]; subject?: string }
type Row = Omit<ExtensionView, 'region' | 'body' | 'by' | 'subject'> & {
  region: string
  body: string
  by: string
  subject: string
  name: string | null
}

/** Extensions of these regions, latest first; with `subject` those that concern it: its own and its bodies'. */
export async function readExtensions(
  db: Reading,
  reference: Reference,
  { regions, periods, subject }: Which,
  board: Board = CURRENT,
): Promise<ExtensionView[]> {
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT e.region, e.body, e.subject, s.name, e.period, ${iso('e.due_at')} AS "dueAt", e.reason, e.by, e.person,
      ${iso('e.at')} AS at, coalesce(e.ended_at >= e.due_at, false) AS ended
    FROM ${board.extension} e LEFT JOIN ${board.subject} s ON s.zone = e.zone AND s.code = e.subject
    WHERE e.zone = ${reference.zone.code} AND e.region = ANY(${[...regions]}) AND e.due_at IS NOT NULL
      AND (${periods === undefined} OR e.period = ANY(${[...(periods ?? [])]}))
      AND (${subject ?? null}::text IS NULL OR e.subject = ${subject ?? ''} OR e.subject = '' AND EXISTS (
        SELECT FROM ${board.progress} p WHERE p.zone = e.zone AND p.subject = ${subject ?? ''} AND p.region = e.region
          AND p.period = e.period AND p.body = e.body))
    ORDER BY e.at DESC, e.body, e.subject`)
  return rows.map(({ region, body, by, subject: code, name, ...kept }) => ({
    ...kept,
    region: regionName(reference, region),
    body: bodyName(reference, body),
    by: bodyName(reference, by),
    subject: code === '' ? null : { code, name: name ?? code },
  }))
}

/** Where the subject is asked for and not yet reported, in periods that are not locked: there more time can be given. */
export async function readOwed(
  db: Reading,
  reference: Reference,
  subject: string,
  regions: readonly string[],
): Promise<SubjectView['owed']> {
  const rows = await db.$queryRaw<{ region: string; body: string; period: string }[]>(sql`
    SELECT p.region, p.body, p.period FROM board.progress p JOIN board.period w USING (zone, period)
    WHERE p.zone = ${reference.zone.code} AND p.subject = ${subject} AND p.region = ANY(${[...regions]})
      AND p.state IN ('pending', 'overdue') AND p.body IS NOT NULL AND NOT w.closed
      AND ${askedItself('p')}
    ORDER BY p.period DESC, p.region`)
  return rows.map(({ region, body, period }) => ({
    region: regionName(reference, region),
    body: bodyName(reference, body),
    period,
  }))
}
