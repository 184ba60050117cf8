import { address, type Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import s from './board.module.css'
import { TimeFields } from './time-fields'

type Props = { path: string; query: Query; refusal: string }

/** A page in place of one whose moments show nothing: says why, and lets choose again. */
export function RefusedTime({ path, query, refusal }: Props) {
  const { asOf: _asOf, comparedWith: _comparedWith, ...rest } = query
  return (
    <>
      <PageHead title="没有可以列出的时点" />
      <Empty title={refusal}>可以重新选择，或查看当前情况。</Empty>
      <form action={path} method="get" className={s.filters}>
        {Object.entries(rest).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TimeFields query={query} />
        <button type="submit">查看</button>
        <a className="button" href={address(path, rest)}>
          查看当前
        </a>
      </form>
    </>
  )
}
