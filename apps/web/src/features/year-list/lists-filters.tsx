import type { YearLists } from '@lianxi/schema/views/year-list'
import { yearListState } from '@lianxi/schema/vocabulary'
import Link from 'next/link'
import b from '@/features/board/board.module.css'
import { FilterSelect, named, words } from '@/features/board/filter-fields'
import { address, type Query } from '@/features/session/search'
import { FilterLinks } from '@/features/ui/filter-links'
import { LISTS } from './words'

type Props = { all: YearLists; query: Query }

/** By the year, with how many lists each has; all of them together only where they are few. */
function Years({ all: { years, year, few }, query }: Props) {
  if (years.length < 2 && query['year'] === undefined) return null
  return (
    <FilterLinks
      {...{ path: LISTS, query, name: 'year', label: '按年度查看' }}
      {...(year === null ? {} : { current: String(year) })}
      choices={[
        ...(few ? [[undefined, '全部年度'] as const] : []),
        ...years.map((one) => [String(one.year), `${one.year}年 ${one.lists}`] as const),
      ]}
    />
  )
}

/** What of the zone's lists is shown. A zone of a few regions has nothing to look for but the year. */
export function ListsFilters({ all, query }: Props) {
  const { of, phase, plan } = query
  const looking = !all.few || of !== undefined || phase !== undefined
  return (
    <>
      {looking ? (
        <form action={LISTS} method="get" className={`${b.filters ?? ''} no-print`} role="search" aria-label="筛选">
          <FilterSelect name="of" label="制定地区" options={named(all.owners)} value={of} all="全部" />
          <FilterSelect name="phase" label="状态" options={words(yearListState.labels)} value={phase} all="全部" />
          {plan === undefined ? null : <input type="hidden" name="plan" value={plan} />}
          <button type="submit">筛选</button>
          <Link className="button" href={address(LISTS, { plan })} prefetch={false}>
            清除
          </Link>
        </form>
      ) : null}
      <Years all={all} query={query} />
    </>
  )
}
