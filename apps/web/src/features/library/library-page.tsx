import Link from 'next/link'
import type { LibraryList } from '@lianxi/schema/views/library'
import { rollingView } from '@lianxi/schema/library-vocabulary'
import { Pager } from '@/features/board/pager'
import { Freshness } from '@/features/live/freshness'
import { PARTNERS } from '@/features/partner/words'
import { address, type Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { LibraryFilters } from './library-filters'
import s from './library.module.css'
import { LibraryTable } from './library-table'
import { LIBRARY, viewCount } from './words'

/** 投产、续建、开工、储备 of one year; each count is of what the other filters leave. */
function Views({ list, query }: { list: LibraryList; query: Query }) {
  const { views, year } = list
  const to = (view: string | undefined) => address(LIBRARY, { ...query, view, page: undefined })
  const current = (view: string | undefined) => (query['view'] === view ? ('true' as const) : undefined)
  return (
    <nav className={s.views} aria-label={`${year}年滚动视图`}>
      <Link href={to(undefined)} prefetch={false} aria-current={current(undefined)}>
        全部
      </Link>
      {rollingView.words.map((view) => (
        <Link key={view} href={to(view)} prefetch={false} aria-current={current(view)} data-view={view}>
          {rollingView.labels[view]} <b>{viewCount(views, view)}</b>
        </Link>
      ))}
      <span className="note">
        {year}年。另有 {views.open} 个项目已建成，或阶段与时间均不明，未列入四类
      </span>
    </nav>
  )
}

/** 项目储备库: one row a real project, whatever number of plans list it. */
export function LibraryPage({ zone, list, query }: { zone: string; list: LibraryList; query: Query }) {
  const page = { path: LIBRARY, query, total: list.total, page: list.page, pageSize: list.pageSize }
  return (
    <>
      <PageHead
        title="项目储备库"
        note={
          <>
            <p className="note">
              一个项目一行：多个规划所列的同一项目，经认定后合并，各规划的登记都保留，投资不重复计算
            </p>
            <p className="note">
              与其他经济区共同实施的项目，见
              <Link href={address(PARTNERS, { zone: query['zone'] })} prefetch={false}>
                跨经济区合作
              </Link>
            </p>
            <Freshness zone={zone} stream={list.stream} />
          </>
        }
      />
      <LibraryFilters query={query} list={list} />
      <Views list={list} query={query} />
      <Pager {...page} />
      {list.total === 0 ? (
        <Empty title="没有符合条件的项目。">请放宽筛选条件；规划中的项目随规划入库后，会出现在这里。</Empty>
      ) : (
        <LibraryTable list={list} query={query} />
      )}
      {list.total > list.pageSize ? <Pager {...page} label="翻页（表后）" /> : null}
    </>
  )
}
