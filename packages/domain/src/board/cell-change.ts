import type { CellSide, ChangeKind } from '@lianxi/schema/views/changes'

/** A cell as it stood at one of two moments. */
export type ComparedCell = CellSide & { eventId: string | null }

const FIGURES = ['value', 'stage', 'investedYearWan', 'investedTotalWan', 'progressPercent'] as const

/**
 * What changed of a filing between two moments, from how it stood then and how it stands now; what happened in between
 * and was undone is no change. Null: there was no such cell.
 */
export function cellChanges(before: ComparedCell | null, after: ComparedCell | null): ChangeKind[] {
  if (after === null) return []
  const said = before?.eventId ?? null
  const other = after.eventId !== said
  const kinds: ChangeKind[] = []
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
