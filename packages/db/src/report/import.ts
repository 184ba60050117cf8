import type { ReportState, ReportStep } from '@lianxi/domain/report/state'
import type { ReportKey } from '@lianxi/schema/commands/report'
import type { ProjectContent, TargetContent } from '@lianxi/schema/events/reports'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import type { RunSql } from '../outbox/insert'

/** A report as the domain left it, with the steps and revisions that are new. `steps` end at `state.version`. */
export type ImportedReport = {
  id: string
  key: ReportKey
  kind: SubjectKind
  body: string
  state: ReportState
  steps: readonly ReportStep[]
  revisions: readonly ImportedRevision[]
  updatedAt: string
}
export type ImportedRevision = {
  revision: number
  eventId: string
  content: TargetContent | ProjectContent
  reason: string | null
  submittedBy: string
  approvedBy: string
  publishedAt: string
}

const REPORTS = `
  INSERT INTO report (id, zone, subject, kind, region, body, period, state, version, revision, content,
    correction_reason, warnings, author_id, author_name, submitted_by, submitted_by_name, submitted_at,
    returned_reason, returned_by, unlocked, published_event, published_at, updated_at)
  SELECT id, zone, subject, kind, region, body, period, state, version, revision, content,
    correction_reason, warnings, author_id, author_name, submitted_by, submitted_by_name, submitted_at,
    returned_reason, returned_by, unlocked, published_event, published_at, updated_at
  FROM jsonb_populate_recordset(NULL::report, $1::jsonb)
  ON CONFLICT (id) DO UPDATE SET body = excluded.body, state = excluded.state, version = excluded.version,
    revision = excluded.revision, content = excluded.content, correction_reason = excluded.correction_reason,
    warnings = excluded.warnings, author_id = excluded.author_id, author_name = excluded.author_name,
    submitted_by = excluded.submitted_by, submitted_by_name = excluded.submitted_by_name,
    submitted_at = excluded.submitted_at, returned_reason = excluded.returned_reason,
    returned_by = excluded.returned_by, unlocked = excluded.unlocked, published_event = excluded.published_event,
    published_at = excluded.published_at, updated_at = excluded.updated_at`

const STEPS = `
  INSERT INTO report_step (report_id, version, type, actor_id, actor_name, reason, at)
  SELECT report_id, version, type, actor_id, actor_name, reason, at
  FROM jsonb_populate_recordset(NULL::report_step, $2::jsonb)
  ON CONFLICT (report_id, version) DO NOTHING`

const REVISIONS = `
  INSERT INTO report_revision (report_id, revision, event_id, content, reason, submitted_by, approved_by, published_at)
  SELECT report_id, revision, event_id, content, reason, submitted_by, approved_by, published_at
  FROM jsonb_populate_recordset(NULL::report_revision, $3::jsonb)
  ON CONFLICT (report_id, revision) DO NOTHING`

/** One statement: each costs the web as much as what it writes. */
const ALL = `WITH reports AS (${REPORTS}), steps AS (${STEPS}) ${REVISIONS}`

/**
 * Writes many reports at once, row for row as `writeReportInTx` would have. Their events go into the outbox in the
 * same transaction, by the caller, who holds the reports' locks or knows that nobody works on them meanwhile.
 */
export async function importReportsInTx(run: RunSql, reports: readonly ImportedReport[]): Promise<void> {
  if (reports.length === 0) return
  const [steps, revisions] = [reports.flatMap(stepRows), reports.flatMap(revisionRows)]
  await run(
    ALL,
    [reports.map(reportRow), steps, revisions].map((rows) => JSON.stringify(rows)),
  )
}

function reportRow({ id, key, kind, body, state, updatedAt }: ImportedReport) {
  const { author, submitted, returned, published } = state
  return {
    ...{ id, ...key, kind, body, state: state.state, version: state.version, revision: state.revision },
    ...{ content: state.entry, correction_reason: state.correctionReason, warnings: state.warningReasons },
    ...{ author_id: author?.id ?? null, author_name: author?.name ?? null },
    ...{ submitted_by: submitted?.id ?? null, submitted_by_name: submitted?.name ?? null },
    ...{ submitted_at: submitted?.at ?? null, unlocked: state.unlocked, updated_at: updatedAt },
    ...{ returned_reason: returned?.reason ?? null, returned_by: returned?.by ?? null },
    ...{ published_event: published?.eventId ?? null, published_at: published?.at ?? null },
  }
}

const stepRows = ({ id, state, steps }: ImportedReport) =>
  steps.map((step, index) => ({
    report_id: id,
    version: state.version - steps.length + index + 1,
    type: step.type,
    actor_id: step.by.id,
    actor_name: step.by.name,
    reason: 'reason' in step ? step.reason : null,
    at: step.at,
  }))

const revisionRows = ({ id, revisions }: ImportedReport) =>
  revisions.map(({ revision, eventId, content, reason, submittedBy, approvedBy, publishedAt }) => ({
    ...{ report_id: id, revision, event_id: eventId, content, reason },
    ...{ submitted_by: submittedBy, approved_by: approvedBy, published_at: publishedAt },
  }))
