import { z } from 'zod'
import { EventId, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { text } from '../decimal'
import { ObjectionText } from '../events/statuses'
import { Period } from '../period'
import { Status } from '../status-vocabulary'
import { Entry } from './entry'

/** Which report: one subject of one region in one period of a zone. */
export const ReportKey = z.strictObject({
  zone: ZoneCode,
  subject: SubjectCode,
  region: RegionCode,
  period: Period,
})
export type ReportKey = z.infer<typeof ReportKey>

/** Client's key of one intention: sent twice, it is done once and both get the same answer. */
export const IdempotencyKey = z.uuid().meta({ title: '请求编号', description: 'UUID made by the client, once a press' })

const reason = text(500)
  .refine((value) => value.trim() !== '', '须说明原因')
  .meta({ title: '原因' })

const onReport = {
  ...ReportKey.shape,
  idempotencyKey: IdempotencyKey,
  /** Version the person was looking at; 0: no report yet. Another version on the server is a conflict. */
  expectedVersion: z.int().min(0).meta({ title: '所见版本' }),
}

/** Reasons given for warnings, by the warning's code. */
export const WarningReason = z.strictObject({ code: text(60), reason: text(500).meta({ title: '说明' }) })
export type WarningReason = z.infer<typeof WarningReason>

const written = {
  ...onReport,
  entry: Entry,
  correctionReason: text(500).nullable().default(null).meta({ title: '更正原因' }),
  warningReasons: z.array(WarningReason).max(20).default([]),
}

export const SaveDraft = z.strictObject(written)
export type SaveDraft = z.infer<typeof SaveDraft>
export const SubmitReport = z.strictObject(written)
export type SubmitReport = z.infer<typeof SubmitReport>
/** Approves a report; whoever objects to the status it will get can say so with it, and nobody sees one without the other. */
export const ApproveReport = z.strictObject({
  ...onReport,
  objection: z
    .strictObject({ status: Status, text: ObjectionText })
    .nullable()
    .default(null)
    .meta({ title: '异议', description: 'to the status the approver was shown' }),
})
export type ApproveReport = z.infer<typeof ApproveReport>
export const SendBackReport = z.strictObject({ ...onReport, reason })
export type SendBackReport = z.infer<typeof SendBackReport>
export const WithdrawReport = z.strictObject(onReport)
export type WithdrawReport = z.infer<typeof WithdrawReport>
export const StartCorrection = z.strictObject({ ...onReport, reason: reason.meta({ title: '更正原因' }) })
export type StartCorrection = z.infer<typeof StartCorrection>

/** 本期无变化 for several subjects at once; each is submitted to the approver on its own and answered on its own. */
export const NilReports = z.strictObject({
  zone: ZoneCode,
  region: RegionCode,
  idempotencyKey: IdempotencyKey,
  reports: z
    .array(z.strictObject({ subject: SubjectCode, period: Period, expectedVersion: z.int().min(0) }))
    .min(1)
    .max(200),
})
export type NilReports = z.infer<typeof NilReports>

/** Judging a published report: by its event, so that nobody returns a revision he has not seen. */
const judged = { ...ReportKey.shape, idempotencyKey: IdempotencyKey, report: EventId }
export const ReturnReport = z.strictObject({ ...judged, reason: reason.meta({ title: '退回原因' }) })
export type ReturnReport = z.infer<typeof ReturnReport>
export const ConfirmReport = z.strictObject(judged)
export type ConfirmReport = z.infer<typeof ConfirmReport>
