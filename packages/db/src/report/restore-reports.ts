import { CellVerdicts } from '@lianxi/domain/board/sub-state'
import type { ReportKey } from '@lianxi/schema/commands/report'
import { ProjectProgressReported, TargetProgressReported } from '@lianxi/schema/events/reports'
import { SubjectKind } from '@lianxi/schema/vocabulary'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { type Database, sql, type Tx, textIn } from '../client'
import { iso } from '../readers/base/parts'
import { importReportsInTx } from './import'
import { byKey, parseStored, reportJson, stateOf, type StoredReport } from './row'
import { takeUp, type PublishedReport, type TakenUp } from './take-up'

/** `kept`: the office has worked on the report since; a person must compare it with what stands on the board. */
export type RestoredReport = { key: ReportKey; outcome: 'restored' | 'kept' }

const REPORTED = sql`e.type IN ('lianxi.target.progress-reported.v1', 'lianxi.project.progress-reported.v1')`

/** Published on the board without a revision in the office's tables, or returned there without the office knowing. */
const LOST = sql`
  SELECT e.data->>'zone' AS zone, e.subject, e.region, e.period FROM ingested_event e
  WHERE ${REPORTED} AND NOT EXISTS (SELECT FROM report_revision v WHERE v.event_id = e.event_id)
    AND NOT EXISTS (
      SELECT FROM board.fact f WHERE f.zone = e.data->>'zone' AND f.kind = 'channel' AND f.doc->>'channel' = 'direct'
        AND f.code = (e.data->>'body') || ':' || split_part(e.type, '.', 2))
  UNION
  SELECT r.zone, r.subject, r.region, r.period FROM report r JOIN board.verdict v USING (zone, subject, region, period)
  WHERE r.state = 'published' AND v.state->(r.published_event::text)->>'verdict' = 'returned'
  ORDER BY 1, 2, 3, 4`

/**
 * Brings reports back that are on the topics but not in the offices' tables, as after restoring an older database. The
 * worker must have caught up. Repeating it is harmless; what an office wrote since is kept and named. Reports of bodies
 * that publish directly were never in these tables and are left alone.
 */
export async function restoreReports(
  prisma: Database,
  onReport: (done: number, total: number) => void,
): Promise<RestoredReport[]> {
  const keys = await prisma.$queryRaw<ReportKey[]>(LOST)
  const restored: RestoredReport[] = []
  for (const [index, key] of keys.entries()) {
    const outcome = await prisma.$transaction((tx) => restoreInTx(tx, key))
    if (outcome !== 'nothing') restored.push({ key, outcome })
    onReport(index + 1, keys.length)
  }
  return restored
}

async function restoreInTx(tx: Tx, key: ReportKey): Promise<RestoredReport['outcome'] | 'nothing'> {
  const { zone, subject, region, period } = key
  await tx.$queryRaw(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${zone} ${subject} ${region} ${period}`}, 2))::text`,
  )
  const [row] = await tx.$queryRaw<{ stored: unknown }[]>(
    sql`SELECT ${reportJson} AS stored FROM report r WHERE ${byKey(key)} FOR UPDATE`,
  )
  const stored = parseStored(row?.stored ?? null)
  const reports = await findMissing(tx, key)
  const start = stateOf(stored, null)
  const taken = takeUp(start, reports, await findVerdicts(tx, key))
  const [first] = taken.steps
  if (first === undefined) return 'nothing'
  if (stored !== undefined && isNewer(stored, reports, taken)) return 'kept'
  await write(tx, key, { stored, reports, taken })
  return 'restored'
}

/** The office's last step came after what would be taken up: it is not what the backup held, but new work. */
function isNewer(stored: StoredReport, [first]: readonly PublishedReport[], { steps }: TakenUp): boolean {
  const happened = first?.occurredAt ?? steps[0]?.at ?? ''
  return Date.parse(stored.updatedAt) > Date.parse(happened)
}

const Missing = z.array(
  z.object({
    eventId: z.string(),
    occurredAt: z.string(),
    kind: SubjectKind,
    data: z.union([TargetProgressReported, ProjectProgressReported]),
  }),
)

async function findMissing(tx: Tx, key: ReportKey): Promise<PublishedReport[]> {
  const rows = await tx.$queryRaw(sql`
    SELECT e.event_id::text AS "eventId", ${iso('e.occurred_at')} AS "occurredAt", split_part(e.type, '.', 2) AS kind, e.data
    FROM ingested_event e
    WHERE ${REPORTED} AND e.subject = ${key.subject} AND e.region = ${key.region} AND e.period = ${key.period}
      AND e.data->>'zone' = ${key.zone} AND NOT EXISTS (
        SELECT FROM report_revision v JOIN report r ON r.id = v.report_id
        WHERE ${byKey(key)} AND (v.event_id = e.event_id OR v.revision = (e.data->>'revision')::int))
    ORDER BY e.topic, e."offset"`)
  return Missing.parse(rows)
}

async function findVerdicts(tx: Tx, { zone, subject, region, period }: ReportKey): Promise<CellVerdicts> {
  const [row] = await tx.$queryRaw<{ state: unknown }[]>(sql`
    SELECT state FROM board.verdict
    WHERE zone = ${zone} AND subject = ${subject} AND region = ${region} AND period = ${period}`)
  return CellVerdicts.parse(row?.state ?? {})
}

type Found = { stored: StoredReport | undefined; reports: readonly PublishedReport[]; taken: TakenUp }

async function write(tx: Tx, key: ReportKey, { stored, reports, taken }: Found): Promise<void> {
  const last = reports.at(-1)
  const kind = stored?.kind ?? last?.kind
  const body = last?.data.body ?? ''
  if (kind === undefined) throw new Error('a report without a row and without an event')
  const id = stored?.id ?? uuidv7()
  const updatedAt = taken.steps.at(-1)?.at ?? ''
  await importReportsInTx(textIn(tx), [{ id, key, kind, body, ...taken, updatedAt }])
}
