import { type Status, status } from '@lianxi/schema/status-vocabulary'
import type { CellSide, ChangeKind } from '@lianxi/schema/views/changes'

/** A cell as it stood at one of two moments. */
export type ComparedCell = CellSide & { eventId: string | null }

const FIGURES = ['value', 'stage', 'investedYearWan', 'investedTotalWan', 'progressPercent'] as const

/** Statuses that say how good it is, best to worst; the others say that nothing can be said. */
const RANKED: readonly Status[] = status.words.filter(
  (word) => word !== 'not-reported' && word !== 'not-due' && word !== 'undeterminable',
)

/** From one judged status to another; into or out of 未报, 未到期, 无法判定 is neither better nor worse. */
function statusMoved(before: Status | null, after: Status | null): 'better' | 'worse' | undefined {
  const [then, now] = [before, after].map((word) => (word === null ? -1 : RANKED.indexOf(word)))
  if (then === undefined || now === undefined || then < 0 || now < 0 || then === now) return undefined
  return now < then ? 'better' : 'worse'
}

/**
 * What changed of a filing between two moments, from how it stood then and how it stands now; what happened in between
 * and was undone is no change. Null: there was no such cell.
 */
export function cellChanges(before: ComparedCell | null, after: ComparedCell | null): ChangeKind[] {
  if (after === null) return []
  const said = before?.eventId ?? null
  const other = after.eventId !== said
  const kinds: ChangeKind[] = []
  const moved = statusMoved(before?.status ?? null, after.status)
  if (moved !== undefined) kinds.push(moved)
  if (after.eventId !== null && said === null) kinds.push('reported')
  if (after.eventId !== null && said !== null && other) {
    kinds.push('corrected')
    if (FIGURES.some((name) => after[name] !== before?.[name])) kinds.push('figure')
  }
  if (after.state === 'returned' && (before?.state !== 'returned' || other)) kinds.push('returned')
  if (after.confirmed && (before?.confirmed !== true || other)) kinds.push('confirmed')
  if (after.state === 'overdue' && before?.state !== 'overdue') kinds.push('overdue')
  return kinds
}
