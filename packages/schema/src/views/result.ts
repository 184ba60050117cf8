import { z } from 'zod'
import { Instant } from '../decimal'
import { DraftState } from '../vocabulary'
import { Entry } from '../commands/entry'
import { WarningReason } from '../commands/report'

/** Every refusal a person can cause. Its sentence says what to do; the code is for tests and for the form. */
export const REFUSAL_CODES = [
  'not-found',
  'no-duty',
  'not-your-body',
  'period-not-open',
  'period-closed',
  'direct-channel',
  'version-conflict',
  'wrong-state',
  'own-report',
  'not-submitter',
  'content-invalid',
  'warning-unanswered',
  'reason-required',
  'not-current',
  'already-judged',
  'too-large',
  'key-reused',
  'place-unknown',
  'code-taken',
  'region-code-shape',
  'parent-unknown',
  'office-code-shape',
  'channel-unchanged',
  'credential-pending',
  'credential-in-use',
  'credential-absent',
  'username-taken',
  'already-member',
  'not-allowed',
  'password-wrong',
  'password-short',
  'password-same',
  'too-many-attempts',
  'list-changed',
  'list-locked',
  'list-adopted',
  'list-shares',
  'list-exists',
  'list-empty',
  'list-answers-open',
  'list-no-calendar',
  'list-not-yours',
  'item-duplicate',
  'item-body-foreign',
  'item-body-ended',
  'handover-from-missing',
  'handover-from-period',
  'handover-reported',
  'item-plan-draft',
  'item-duty-differs',
  'item-unchanged',
  'item-same',
  'item-duty-same',
  'date-in-future',
  'evidence-too-large',
  'evidence-too-many',
  'evidence-type',
  'evidence-name',
  'evidence-encrypted',
  'evidence-macros',
  'evidence-unreadable',
  'evidence-classified',
  'evidence-kept',
  'parked-settled',
  'revision-of-draft',
  'revision-not-current',
  'revision-qualitative',
  'revision-range',
  'revision-year',
  'rules-not-current',
  'rules-unchanged',
  'plan-import-unreadable',
  'plan-import-classified',
  'plan-import-applied',
  'plan-import-changed',
  'plan-import-faulty',
  'plan-import-warnings',
  'plan-import-stale',
  'plan-import-running',
  'plan-import-empty',
  'plan-not-yours',
  'report-sheet-unreadable',
  'report-sheet-classified',
  'report-sheet-foreign',
  'report-sheet-office',
  'report-sheet-period',
  'report-sheet-version',
  'report-sheet-row',
  'project-unknown',
  'project-kind',
  'project-elsewhere',
  'project-merged',
  'library-changed',
  'merge-self',
  'merge-already',
  'merge-elsewhere',
  'merge-into-merged',
  'merge-parent',
  'merge-not',
  'apart-already',
  'rung-same',
  'rung-back-reason',
  'rung-date',
  'day-in-future',
  'gate-early',
  'schedule-order',
  'extension-period',
  'extension-no-duty',
  'extension-not-later',
  'extension-past',
  'extension-after-closing',
  'nothing-owed',
  'indicator-unknown',
  'indicator-exists',
  'indicator-unchanged',
  'indicator-in-use',
  'indicator-merged',
  'indicator-into-merged',
  'indicator-one',
  'indicator-unlike',
  'indicator-not-merged',
  'indicator-changed',
  'baseline-not-asked',
  'baseline-stated',
  'baseline-accepted',
  'baseline-year',
  'baseline-assigned-year',
  'baseline-other',
  'baseline-judged',
  'status-none',
  'status-under-way',
  'status-other',
  'override-standing',
  'override-same',
  'override-past',
  'override-reported',
  'override-gone',
  'override-missing',
  'objection-not-yours',
  'objection-not-due',
  'objection-standing',
  'objection-gone',
  'objection-answered',
] as const
export const RefusalCode = z.enum(REFUSAL_CODES)
export type RefusalCode = z.infer<typeof RefusalCode>

export const Refusal = z.strictObject({
  code: RefusalCode,
  message: z.string().meta({ title: '提示' }),
  field: z.string().nullable().meta({ description: 'path of the field in the entry, null: the whole form' }),
})
export type Refusal = z.infer<typeof Refusal>

/** What the checks on entry found: an error stops, a warning asks for a reason and travels with the report. */
export const Finding = z.strictObject({
  level: z.enum(['error', 'warning']),
  code: z.string(),
  field: z.string().nullable().meta({ description: 'field of the entry, `milestones.0.reachedOn`; null: the whole' }),
  message: z.string(),
})
export type Finding = z.infer<typeof Finding>

/** Two people on one report: what the other one wrote meanwhile; the form keeps both. */
export const VersionConflict = z.strictObject({
  version: z.int(),
  state: DraftState,
  theirs: Entry.nullable(),
  theirCorrectionReason: z.string().nullable(),
  by: z.string().nullable().meta({ title: '修改人' }),
  at: Instant,
  yours: Entry.nullable(),
})
export type VersionConflict = z.infer<typeof VersionConflict>

/** A report as its office sees it after a command. */
export const OfficeReport = z.strictObject({
  id: z.uuid(),
  state: DraftState,
  version: z.int().meta({ title: '版本' }),
  revision: z.int().meta({ title: '第几次报送', description: '1: first report; higher: corrections' }),
  entry: Entry,
  correctionReason: z.string().nullable().meta({ title: '更正原因' }),
  warningReasons: z.array(WarningReason),
  authorName: z.string().nullable().meta({ title: '填报人' }),
  submittedByName: z.string().nullable().meta({ title: '提交人' }),
  submittedAt: Instant.nullable().meta({ title: '提交时刻' }),
  returnedReason: z.string().nullable().meta({ title: '退回原因' }),
  returnedBy: z.string().nullable().meta({ title: '退回人' }),
  publishedEvent: z.string().nullable().meta({ title: '事件编号' }),
  publishedAt: Instant.nullable().meta({ title: '报送时刻' }),
  updatedAt: Instant,
})
export type OfficeReport = z.infer<typeof OfficeReport>

const refused = z.strictObject({
  ok: z.literal(false),
  refusal: Refusal,
  findings: z.array(Finding),
  conflict: VersionConflict.nullable(),
})
export const ReportResult = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), report: OfficeReport, findings: z.array(Finding) }),
  refused,
])
export type ReportResult = z.infer<typeof ReportResult>

export const NilResult = z.strictObject({
  results: z.array(z.strictObject({ subject: z.string(), period: z.string(), result: ReportResult })),
})
export type NilResult = z.infer<typeof NilResult>

/** Result of a command that changes one thing and shows nothing but that it did. */
export const DoneResult = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), id: z.string() }),
  z.strictObject({ ok: z.literal(false), refusal: Refusal }),
])
export type DoneResult = z.infer<typeof DoneResult>
