import { z } from 'zod'
import { Instant } from '../decimal'
import { DraftState } from '../vocabulary'
import { Entry } from '../commands/entry'
import { WarningReason } from '../commands/report'
import { Refusal } from './refusal'

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
