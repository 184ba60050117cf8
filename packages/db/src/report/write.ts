import type { ReportState, ReportStep } from '@lianxi/domain/report/state'
import type { ReportKey } from '@lianxi/schema/commands/report'
import type { EncodedEvent } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { sql, type Tx, textIn } from '../client'
import { insertOutboxInTx } from '../outbox/insert'
import { keepAnswer, type Press } from './idempotency'

export type Change = {
  id: string
  key: ReportKey
  kind: SubjectKind
  body: string
  state: ReportState
  steps: ReportStep[]
  now: string
}

/**
 * Writes the row as the domain left it, with its steps and the press's answer, in one statement: an office saves often,
 * and each statement costs the web as much as what it writes. The caller holds the report's lock.
 */
export async function writeReportInTx(
  tx: Tx,
  { id, key, kind, body, state, steps, now }: Change,
  answered: { press: Press; answer: object },
): Promise<void> {
  const { author, submitted, returned, published } = state
  const json = (value: unknown) => JSON.stringify(value)
  const told = steps.map((step, index) => ({
    ...{ report_id: id, version: state.version - steps.length + index + 1, type: step.type, at: step.at },
    ...{ actor_id: step.by.id, actor_name: step.by.name, reason: 'reason' in step ? step.reason : null },
  }))
  await tx.$executeRaw(sql`WITH written AS (
    INSERT INTO report (id, zone, subject, kind, region, body, period, state, version, revision, content,
      correction_reason, warnings, author_id, author_name, submitted_by, submitted_by_name, submitted_at,
      returned_reason, returned_by, unlocked, published_event, published_at, updated_at)
    VALUES (${id}::uuid, ${key.zone}, ${key.subject}, ${kind}, ${key.region}, ${body}, ${key.period}, ${state.state},
      ${state.version}, ${state.revision}, ${json(state.entry)}::jsonb, ${state.correctionReason},
      ${json(state.warningReasons)}::jsonb, ${author?.id ?? null}, ${author?.name ?? null}, ${submitted?.id ?? null},
      ${submitted?.name ?? null}, ${submitted?.at ?? null}::timestamptz, ${returned?.reason ?? null},
      ${returned?.by ?? null}, ${state.unlocked}, ${published?.eventId ?? null}::uuid,
      ${published?.at ?? null}::timestamptz, ${now}::timestamptz)
    ON CONFLICT (id) DO UPDATE SET body = excluded.body, state = excluded.state, version = excluded.version,
      revision = excluded.revision, content = excluded.content, correction_reason = excluded.correction_reason,
      warnings = excluded.warnings, author_id = excluded.author_id, author_name = excluded.author_name,
      submitted_by = excluded.submitted_by, submitted_by_name = excluded.submitted_by_name,
      submitted_at = excluded.submitted_at, returned_reason = excluded.returned_reason,
      returned_by = excluded.returned_by, unlocked = excluded.unlocked, published_event = excluded.published_event,
      published_at = excluded.published_at, updated_at = excluded.updated_at
    ), stepped AS (
    INSERT INTO report_step (report_id, version, type, actor_id, actor_name, reason, at)
    SELECT report_id, version, type, actor_id, actor_name, reason, at
    FROM jsonb_populate_recordset(NULL::report_step, ${json(told)}::jsonb)
    ) ${keepAnswer(answered.press, answered.answer)}`)
}

/** The published revision (never changed again) and its event, in the transaction of the approval. */
export async function writePublicationInTx(
  tx: Tx,
  change: Pick<Change, 'id' | 'state' | 'now'>,
  event: LianxiEvent,
  encoded: EncodedEvent,
): Promise<void> {
  if (event.type === 'lianxi.target.progress-reported.v1' || event.type === 'lianxi.project.progress-reported.v1') {
    const { content, correctionReason, revision, reportedBy, approvedBy } = event.data
    await tx.$executeRaw(sql`
      INSERT INTO report_revision (report_id, revision, event_id, content, reason, submitted_by, approved_by, published_at)
      VALUES (${change.id}::uuid, ${revision}, ${encoded.id}::uuid, ${JSON.stringify(content)}::jsonb,
        ${correctionReason}, ${reportedBy}, ${approvedBy}, ${change.now}::timestamptz)`)
  }
  await insertOutboxInTx(textIn(tx), [encoded])
}
