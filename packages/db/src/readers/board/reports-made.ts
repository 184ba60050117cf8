import { z } from 'zod'
import { CellReports } from '@lianxi/domain/board/sub-state'
import { ProjectProgressReported, TargetProgressReported } from '@lianxi/schema/events/reports'
import type { Cell } from '@lianxi/schema/views/cell'
import type { ReportMade, VerdictMade } from '@lianxi/schema/views/subject'
import { zoneTopic } from '@lianxi/schema/topics'
import { sql } from '../../client'
import type { Frame } from '../moment/frame'
import { iso, stampText, until } from '../base/parts'
import { bodyName, type Reference, regionName } from '../base/reference'

/** May the viewer return or confirm what this region publishes? Decided by the roles, asked per region. */
export type Judge = (region: string) => { mayReturn: boolean; mayConfirm: boolean }

const origin = { eventId: z.string(), topic: z.string(), offset: z.string(), reportedAt: z.string(), stamp: z.string() }
const ReportRow = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lianxi.target.progress-reported.v1'), ...origin, data: TargetProgressReported }),
  z.object({ type: z.literal('lianxi.project.progress-reported.v1'), ...origin, data: ProjectProgressReported }),
])
type ReportRow = z.infer<typeof ReportRow>

/** A verdict as it was said. */
export const VerdictRow = z.object({
  type: z.string(),
  eventId: z.string(),
  at: z.string(),
  data: z.object({ report: z.string(), by: z.string(), person: z.string(), reason: z.string().optional() }),
})

/** Every report ever made of a subject in these regions, latest first, with the verdicts on it. */
export async function readReports(frame: Frame, subject: string, cells: Cell[], judge: Judge): Promise<ReportMade[]> {
  const { db, board, reference, regions } = frame
  const zone = reference.zone.code
  const [rows, verdictRows, expected] = await Promise.all([
    db.$queryRaw<{ report: unknown }[]>(sql`
      SELECT jsonb_build_object('type', e.type, 'eventId', e.event_id, 'topic', e.topic, 'offset', e.offset::text,
        'reportedAt', ${iso('e.occurred_at')}, 'stamp', ${stampText('c.stamp')}, 'data', e.data) AS report
      FROM ingested_event e JOIN chunk c ON c.id = e.chunk_id AND ${until('c', board)}
      WHERE e.subject = ${subject} AND e.region = ANY(${regions}) AND e.data->>'zone' = ${zone}
        AND e.type IN ('lianxi.target.progress-reported.v1', 'lianxi.project.progress-reported.v1')
      ORDER BY e.occurred_at DESC, e.topic, e.offset DESC`),
    db.$queryRaw<{ verdict: unknown }[]>(sql`
      SELECT jsonb_build_object('type', e.type, 'eventId', e.event_id, 'at', ${iso('e.occurred_at')}, 'data', e.data)
        AS verdict
      FROM ingested_event e JOIN chunk c ON c.id = e.chunk_id AND ${until('c', board)}
      WHERE e.topic = ${zoneTopic(zone, 'meeting')} AND e.subject = ${subject}
        AND e.type IN ('lianxi.report.returned.v1', 'lianxi.report.confirmed.v1')
      ORDER BY e.offset`),
    readConflicting(frame, subject),
  ])
  const verdicts = verdictRows.map(({ verdict }) => VerdictRow.parse(verdict))
  const cellOf = new Map(cells.flatMap((cell) => (cell.eventId === null ? [] : [[cell.eventId, cell] as const])))
  return rows.map(({ report }) => {
    const row = ReportRow.parse(report)
    const made = verdicts
      .filter(({ data }) => data.report === row.eventId)
      .map((verdict) => toVerdict(reference, verdict))
    return toReport(reference, row, made, cellOf.get(row.eventId), expected, judge)
  })
}

/** Reports another one overlooked: both stand in conflict until the office settles it. */
async function readConflicting({ db, board, reference }: Frame, subject: string): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ state: unknown }[]>(sql`
    SELECT p.report_state AS state FROM ${board.progress} p
    WHERE p.zone = ${reference.zone.code} AND p.subject = ${subject} AND p.conflict`)
  return new Set(
    rows.flatMap(({ state }) => {
      const { target, project } = CellReports.parse(state)
      return [target, project].flatMap((reports) => reports?.conflict?.expected ?? [])
    }),
  )
}

export function toVerdict(reference: Reference, { type, eventId, at, data }: z.infer<typeof VerdictRow>): VerdictMade {
  const verdict = type === 'lianxi.report.returned.v1' ? ('returned' as const) : ('confirmed' as const)
  return { eventId, verdict, by: bodyName(reference, data.by), person: data.person, reason: data.reason ?? null, at }
}

function toReport(
  reference: Reference,
  row: ReportRow,
  verdicts: VerdictMade[],
  cell: Cell | undefined,
  conflicting: Set<string>,
  judge: Judge,
): ReportMade {
  const { data, eventId, topic, offset, reportedAt, stamp } = row
  const { mayReturn, mayConfirm } = judge(data.region)
  const open = cell !== undefined && cell.state === 'reported'
  const content =
    row.type === 'lianxi.target.progress-reported.v1'
      ? { kind: 'target' as const, ...row.data.content }
      : { kind: 'project' as const, ...row.data.content }
  const { period, revision, replaces, correctionReason, reportedBy, approvedBy, submittedAt, warnings } = data
  return {
    eventId,
    region: regionName(reference, data.region),
    body: bodyName(reference, data.body),
    ...{ period, revision, replaces, correctionReason, reportedBy, approvedBy, submittedAt, warnings },
    evidence: data.attachments ?? [],
    standing: cell !== undefined ? 'current' : conflicting.has(eventId) ? 'conflict' : 'superseded',
    ...{ reportedAt, topic, offset, stamp, content, verdicts },
    objections: cell?.objections ?? [],
    unanswered: cell?.unanswered ?? [],
    mayReturn: mayReturn && open,
    mayConfirm: mayConfirm && open && !cell.confirmed,
  }
}
