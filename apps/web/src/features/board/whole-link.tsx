import { address, type Query } from '@/features/session/search'

/** Rows one page may have, for reading on and for printing; what is longer is for the Excel. */
const WHOLE = 500

type Props = { path: string; query: Query; total: number; pageSize: number }

/** The way to all rows on one page, or to as many as one may have. Null: they are all there, or no more fit. */
export function WholeLink({ path, query, total, pageSize }: Props) {
  if (total <= pageSize || pageSize >= WHOLE) return null
  return (
    <a className="link" href={address(path, { ...query, page: undefined, pageSize: WHOLE })}>
      {total <= WHOLE ? '全部列在一页（可打印）' : `每页列 ${WHOLE} 条（可打印）`}
    </a>
  )
}
