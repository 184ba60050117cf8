import { z } from 'zod'
import { BodyCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { text } from '../decimal'
import { Period } from '../period'
import { IdempotencyKey } from './report'

/** Whose workbook for which period (报送表): one body of a region, all that is due with the period. */
export const ReportSheetInput = z.strictObject({ zone: ZoneCode, region: RegionCode, body: BodyCode, period: Period })
export type ReportSheetInput = z.infer<typeof ReportSheetInput>

export const UploadReportSheet = z.strictObject({
  ...ReportSheetInput.shape,
  fileName: text(200),
  file: z.instanceof(Uint8Array<ArrayBufferLike>),
})
export type UploadReportSheet = z.infer<typeof UploadReportSheet>

/** At most so many rows a press; the page presses again for the next ones and tells how far it is. */
export const ROWS_A_PRESS = 200

/** Rows of an uploaded workbook that become drafts; the version is the one the preview showed. */
export const ApplyReportSheet = z.strictObject({
  zone: ZoneCode,
  region: RegionCode,
  id: z.uuid(),
  idempotencyKey: IdempotencyKey,
  rows: z
    .array(z.strictObject({ subject: SubjectCode, period: Period, expectedVersion: z.int().min(0) }))
    .min(1)
    .max(ROWS_A_PRESS),
})
export type ApplyReportSheet = z.infer<typeof ApplyReportSheet>

/** Drafts as they stand, submitted several at once; each is answered on its own. */
export const SubmitDrafts = z.strictObject({
  zone: ZoneCode,
  region: RegionCode,
  idempotencyKey: IdempotencyKey,
  reports: ApplyReportSheet.shape.rows,
})
export type SubmitDrafts = z.infer<typeof SubmitDrafts>
