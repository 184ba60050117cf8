import { type Status, status } from '@lianxi/schema/status-vocabulary'
import type { CellSide, ChangeKind } from '@lianxi/schema/views/changes'

/**
 * A cell as it stood at one of two moments, by as little as tells what changed: `report` and `figures` stand for what was
 * reported, by anything that is the same at both moments where they are the same. `report` null: nothing was.
 */
export type ComparedCell = Pick<CellSide, 'state' | 'confirmed'> & {
  report: string | null
  figures: string
}

/** Statuses that say how good it is, best to worst; the others say that nothing can be said. */
export const RANKED: readonly Status[] = status.words.filter(
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
 * @param stood the status that stood for it then: its own, else, for the latest period that has one now, that of the latest
 *   earlier period of its year
 */
export function cellChanges(
  before: ComparedCell | null,
  after: (ComparedCell & { status: Status | null }) | null,
  stood: Status | null,
): ChangeKind[] {
  if (after === null) return []
  const said = before?.report ?? null
  const other = after.report !== said
  const kinds: ChangeKind[] = []
  const moved = statusMoved(stood, after.status)
  if (moved !== undefined) kinds.push(moved)
  if (after.report !== null && said === null) kinds.push('reported')
  if (after.report !== null && said !== null && other) {
    kinds.push('corrected')
    if (after.figures !== before?.figures) kinds.push('figure')
  }
  if (after.state === 'returned' && (before?.state !== 'returned' || other)) kinds.push('returned')
  if (after.confirmed && (before?.confirmed !== true || other)) kinds.push('confirmed')
  if (after.state === 'overdue' && before?.state !== 'overdue') kinds.push('overdue')
  return kinds
}
