import { address, type Query } from '@/features/session/search'
import s from './board.module.css'

type Props = { path: string; query: Query; sort: string; children: React.ReactNode; numeric?: boolean }

/** A sortable head. A link, not a button: buttons vanish from the repeated heads of printed tables. */
export function SortHead({ path, query, sort, children, numeric = false }: Props) {
  const on = query['sort'] === sort
  const descending = on && query['direction'] === 'desc'
  const href = address(path, { ...query, page: undefined, sort, direction: on && !descending ? 'desc' : 'asc' })
  return (
    <th
      scope="col"
      className={numeric ? 'num' : undefined}
      aria-sort={on ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <a href={href} data-soft data-scroll="stay" className={s.sort} data-on={on}>
        {children}
        <span aria-hidden="true">{on ? (descending ? ' ↓' : ' ↑') : ''}</span>
      </a>
    </th>
  )
}
