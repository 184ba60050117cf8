import { z } from 'zod'
import { explanation } from '@lianxi/domain/report/explanation'
import { entryOf, nilEntry } from '@lianxi/domain/report/read-entry'
import { initialState, type OnBoard, type ReportState } from '@lianxi/domain/report/state'
import { Entry } from '@lianxi/schema/commands/entry'
import { type ReportKey, WarningReason } from '@lianxi/schema/commands/report'
import { ProjectContent, TargetContent } from '@lianxi/schema/events/reports'
import type { OfficeReport } from '@lianxi/schema/views/result'
import { DraftState, SubjectKind } from '@lianxi/schema/vocabulary'
import { type Sql, sql } from '../client'
import { iso } from '../readers/base/parts'

const StoredReport = z.object({
  id: z.string(),
  kind: SubjectKind,
  state: DraftState,
  version: z.int(),
  revision: z.int(),
  content: Entry.nullable(),
  correctionReason: z.string().nullable(),
  warnings: z.array(WarningReason),
  authorId: z.string().nullable(),
  authorName: z.string().nullable(),
  submittedBy: z.string().nullable(),
  submittedByName: z.string().nullable(),
  submittedAt: z.string().nullable(),
  returnedReason: z.string().nullable(),
  returnedBy: z.string().nullable(),
  unlocked: z.boolean(),
  publishedEvent: z.string().nullable(),
  publishedAt: z.string().nullable(),
  updatedAt: z.string(),
  /** Of the last published revision. */
  published: z.object({ revision: z.int(), content: z.unknown() }).nullable(),
})
export type StoredReport = z.infer<typeof StoredReport>

/** A report row `r` with its last published revision, as JSON. */
export const reportJson = sql`jsonb_build_object('id', r.id, 'kind', r.kind, 'state', r.state, 'version', r.version,
  'revision', r.revision, 'content', r.content, 'correctionReason', r.correction_reason, 'warnings', r.warnings,
  'authorId', r.author_id, 'authorName', r.author_name, 'submittedBy', r.submitted_by,
  'submittedByName', r.submitted_by_name, 'submittedAt', ${iso('r.submitted_at')},
  'returnedReason', r.returned_reason, 'returnedBy', r.returned_by, 'unlocked', r.unlocked,
  'publishedEvent', r.published_event, 'publishedAt', ${iso('r.published_at')}, 'updatedAt', ${iso('r.updated_at')},
  'published', (SELECT jsonb_build_object('revision', v.revision, 'content', v.content) FROM report_revision v
    WHERE v.report_id = r.id ORDER BY v.revision DESC LIMIT 1))`

export const byKey = ({ zone, subject, region, period }: ReportKey): Sql =>
  sql`r.zone = ${zone} AND r.subject = ${subject} AND r.region = ${region} AND r.period = ${period}`

export const parseStored = (stored: unknown): StoredReport | undefined =>
  stored === null ? undefined : StoredReport.parse(stored)

const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? id })

/** The entry of a published content. */
export function entryOfContent(kind: SubjectKind, content: unknown): Entry {
  return kind === 'target'
    ? entryOf({ kind, content: TargetContent.parse(content) })
    : entryOf({ kind, content: ProjectContent.parse(content) })
}

function publishedOf(stored: StoredReport, onBoard: OnBoard | null): ReportState['published'] {
  if (stored.publishedEvent === null) return null
  const { publishedEvent: eventId, publishedAt, updatedAt, kind } = stored
  const at = publishedAt ?? updatedAt
  if (stored.published !== null) {
    const { revision, content } = stored.published
    return { eventId, revision, at, entry: entryOfContent(kind, content) }
  }
  // The row was begun on a report that came by another way; it stands on the board only.
  return onBoard === null
    ? { eventId, revision: stored.revision, at, entry: stored.content ?? nilEntry(kind) }
    : { eventId, revision: onBoard.revision, at, entry: onBoard.entry }
}

/** The domain's state of a stored row, or of what stands on the board where the office has no row yet. */
export function stateOf(stored: StoredReport | undefined, onBoard: OnBoard | null): ReportState {
  if (stored === undefined) return initialState(onBoard)
  const submitted = person(stored.submittedBy, stored.submittedByName)
  const { state, version, revision, correctionReason, unlocked } = stored
  return {
    ...{ state, version, revision, correctionReason, unlocked },
    entry: stored.content,
    warningReasons: stored.warnings,
    author: person(stored.authorId, stored.authorName),
    submitted: submitted === null ? null : { ...submitted, at: stored.submittedAt ?? stored.updatedAt },
    returned: stored.returnedReason === null ? null : { reason: stored.returnedReason, by: stored.returnedBy ?? '' },
    published: publishedOf(stored, onBoard),
  }
}

/** What the office sees. A report that was returned already explains itself by the return. */
export function officeReport(id: string, state: ReportState, kind: SubjectKind, updatedAt: string): OfficeReport {
  return {
    id,
    state: state.state,
    version: state.version,
    revision: state.revision,
    entry: state.entry ?? { ...nilEntry(kind), nil: false },
    correctionReason: explanation(state, state.correctionReason),
    warningReasons: state.warningReasons,
    authorName: state.author?.name ?? null,
    submittedByName: state.submitted?.name ?? null,
    submittedAt: state.submitted?.at ?? null,
    returnedReason: state.returned?.reason ?? null,
    returnedBy: state.returned?.by ?? null,
    publishedEvent: state.published?.eventId ?? null,
    publishedAt: state.published?.at ?? null,
    updatedAt,
  }
}
