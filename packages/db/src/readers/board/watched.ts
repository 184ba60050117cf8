import { raw, type Sql, sql } from '../../client'
import { isBad, isContested } from '../status/read'

/**
 * 需关注: returned, overdue, in conflict, objected to, badly off, or said to have a problem. The lines of the overview and
 * the lists' filter both ask this, so that each shows what the other does.
 * @param cell the row of a cell, `status` that of its status
 * @param troubled whether the cell's report says itself that there is a problem
 */
export const isWatched = (cell: string, status: string, troubled: Sql): Sql => {
  const p = raw(cell)
  return sql`(${p}.state IN ('returned', 'overdue') OR ${p}.conflict OR cardinality(${p}.objections) > 0
    OR ${isBad(status)} OR ${isContested(status)} OR ${troubled})`
}
