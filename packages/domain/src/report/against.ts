import type { Period } from '@lianxi/schema/period'
import type { Digest } from './digest'
import type { Promised } from './promised'
import type { CheckThresholds } from '@lianxi/schema/check-thresholds'

/** What a report's figures are compared with. `explained`: a reason was given why a sum may fall. `saidAt`: instant of the report. */
export type Against = {
  period: Period
  saidAt: string
  promised: Promised
  before: Digest
  explained: boolean
  thresholds: CheckThresholds
}

/** A correction reason settles what only wants to be explained; blanks explain nothing. */
export const isExplained = (correctionReason: string | null): boolean => (correctionReason ?? '').trim() !== ''
