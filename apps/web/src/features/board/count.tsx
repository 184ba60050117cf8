import type { CellFilter } from '@lianxi/schema/views/cell'
import { FilingMark } from '@/features/ui/mark'
import s from './board.module.css'
import { type Counted, filingsHref } from './links'

/** A number that opens its list; none is written 0 and opens nothing. */
export function CountLink({ count, of, label }: { count: number; of: Counted; label: string }) {
  if (count === 0) return <span className={s.zero}>0</span>
  return (
    <a href={filingsHref(of)} aria-label={`${label} ${count}`}>
      {count}
    </a>
  )
}

/** Shape, word and number of one filing state, as a link to those filings. */
export function MarkedCount({
  state,
  count,
  of,
  region,
}: {
  state: CellFilter
  count: number
  of: Counted
  region: string
}) {
  return (
    <a href={filingsHref({ ...of, show: state })}>
      <span className="hidden">{region}</span>
      <FilingMark state={state}> {count}</FilingMark>
    </a>
  )
}
