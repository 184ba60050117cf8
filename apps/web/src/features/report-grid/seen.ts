import type { Finding } from '@lianxi/schema/views/result'
import { columnOf, isWritable, type RowState } from './row-state'

/** `touched`: fields that were left; `attempted`: somebody tried to submit the row. */
export type Seen = { focused: string | undefined; touched: ReadonlySet<string>; attempted: boolean }

/**
 * What is said of a row now: nothing of one nobody began, nothing of the field the cursor is in; of what was typed here
 * an error when its field was left, a warning at once. What came from the server as a draft is said as a whole.
 */
export function findingsSeen(state: RowState, { focused, touched, attempted }: Seen): Finding[] {
  const { mine, row, findings } = state
  if (!isWritable(state)) return []
  return findings.filter(({ level, code, field }) => {
    if (attempted || field === null) return attempted || mine !== null
    const column = columnOf(field)
    if (column === focused) return false
    if (code === 'cell' || touched.has(column)) return mine !== null || touched.has(column)
    return mine === null ? row.report !== null : level === 'warning'
  })
}
