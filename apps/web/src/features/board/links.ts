import type { CellFilter } from '@lianxi/schema/views/cell'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { address } from '@/features/session/search'

/** What a count on the overview counts: the list behind it shows exactly these. */
export type Counted = {
  period: string
  region?: string | undefined
  field?: string | undefined
  show?: CellFilter | undefined
}

/** Both kinds together, because the overview's counts are of both. */
export const filingsHref = (counted: Counted): string => address('/board/filings', counted)

export const subjectHref = (kind: SubjectKind, code: string): string =>
  `/board/${kind === 'target' ? 'targets' : 'projects'}/${code}`
