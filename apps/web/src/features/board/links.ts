import type { CellFilter } from '@lianxi/schema/views/cell'
import type { Status } from '@lianxi/schema/status-vocabulary'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { address, type Query } from '../session/search'

/** 跨区域项目对照. */
export const CROSS_REGION = '/board/cross-region'

/** 变化. */
export const CHANGES = '/board/changes'

/** What the address says of time; every link between pages of the board keeps it. */
export type Time = { asOf?: string | undefined; comparedWith?: string | undefined }
export const timeOf = ({ asOf, comparedWith }: Query): Time => ({ asOf, comparedWith })

/** What a count on the overview counts: the list behind it shows exactly these. */
export type Counted = Time & {
  period: string
  region?: string | undefined
  field?: string | undefined
  show?: CellFilter | undefined
  status?: Status | undefined
}

/** Both kinds together, because the overview's counts are of both. */
export const filingsHref = (counted: Counted): string => address('/board/filings', counted)

export const subjectHref = (kind: SubjectKind, code: string, { asOf, comparedWith }: Time = {}): string =>
  address(`/board/${kind === 'target' ? 'targets' : 'projects'}/${code}`, { asOf, comparedWith })
