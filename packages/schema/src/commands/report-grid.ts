import { z } from 'zod'
import { RegionCode, SubjectCode, ZoneCode } from '../codes'
import { Period } from '../period'
import { IdempotencyKey, SaveDraft } from './report'
import { ROWS_A_PRESS } from './report-sheet'

const { expectedVersion, entry, correctionReason, warningReasons } = SaveDraft.shape

/** Rows of the grid form (表格填报) as they stand in it: each is saved or submitted, and answered, on its own. */
export const WriteReports = z.strictObject({
  zone: ZoneCode,
  region: RegionCode,
  idempotencyKey: IdempotencyKey,
  reports: z
    .array(
      z.strictObject({
        ...{ subject: SubjectCode, period: Period },
        ...{ expectedVersion, entry, correctionReason, warningReasons },
      }),
    )
    .min(1)
    .max(ROWS_A_PRESS),
})
export type WriteReports = z.infer<typeof WriteReports>
