import type { Period } from '@lianxi/schema/period'
import type { Digest } from './digest'
import type { Promised } from './promised'
import type { Thresholds } from './thresholds'

/** What a report's figures are compared with. `explained`: a reason was given why a sum may fall. */
export type Against = {
  period: Period
  promised: Promised
  before: Digest
  explained: boolean
  thresholds: Thresholds
}

/** A correction reason settles what only wants to be explained; blanks explain nothing. */
export const isExplained = (correctionReason: string | null): boolean => (correctionReason ?? '').trim() !== ''
