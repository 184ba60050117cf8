import type { Cell } from '@lianxi/schema/views/cell'
import { filingState } from '@lianxi/schema/vocabulary'
import { figureOf } from './standing'

/** How a row stood at the moment it is compared with; nothing where it stands as it did. */
export function Before({ before, cell }: { before: Cell | null; cell: Cell | null }) {
  if (before === null || (before.eventId === (cell?.eventId ?? null) && before.state === cell?.state)) return null
  const said = before.nil ? '本期无变化' : figureOf(before)
  return (
    <span className="sub">
      对比时点：{filingState.labels[before.state]}
      {said === null ? '' : ` ${said}`}
    </span>
  )
}
