import Link from 'next/link'
import type { CellFilter } from '@lianxi/schema/views/cell'
import { FilingMark } from '@/features/ui/mark'
import s from './board.module.css'
import { type Counted, filingsHref } from './links'

/** A number that opens its list; none is written 0 and opens nothing. */
export function CountLink({ count, of, label }: { count: number; of: Counted; label: string }) {
  if (count === 0) return <span className={s.zero}>0</span>
  return (
    <Link href={filingsHref(of)} prefetch={false} aria-label={`${label} ${count}`}>
      {count}
    </Link>
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
    <Link href={filingsHref({ ...of, show: state })} prefetch={false}>
      <span className="hidden">{region}</span>
      <FilingMark state={state}> {count}</FilingMark>
    </Link>
  )
}
