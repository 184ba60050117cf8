import Link from 'next/link'
import { address, type Query } from '@/features/session/search'
import s from './board.module.css'

type Props = { path: string; query: Query; total: number; page: number; pageSize: number; label?: string }

/** Which rows of how many, and the way to the others. */
export function Pager({ path, query, total, page, pageSize, label = '翻页' }: Props) {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const to = (target: number) => address(path, { ...query, page: target === 1 ? undefined : target })
  if (total === 0) return null
  return (
    <nav className={s.pager} aria-label={label}>
      <span>
        {pages > 1 ? <b className="only-print">只印出一部分：</b> : null}第 {(page - 1) * pageSize + 1}–
        {Math.min(page * pageSize, total)} 条，共 {total} 条
      </span>
      {page > 1 ? (
        <Link className="link no-print" href={to(page - 1)} prefetch={false}>
          上一页
        </Link>
      ) : null}
      {page < pages ? (
        <Link className="link no-print" href={to(page + 1)} prefetch={false}>
          下一页
        </Link>
      ) : null}
    </nav>
  )
}
