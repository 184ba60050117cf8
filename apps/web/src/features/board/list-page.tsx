import type { FilterOptions } from '@lianxi/schema/views/lists'
import type { PeriodView, StreamState } from '@lianxi/schema/views/common'
import Link from 'next/link'
import { address, type Query } from '@/features/session/search'
import { PageHead } from '@/features/shell/page-head'
import { ExportLink } from './export-link'
import { FilterNote } from './filter-note'
import { listFilters } from './filter-words'
import { CROSS_REGION, timeOf } from './links'
import { ListFilters } from './list-filters'
import { NothingFound } from './nothing-found'
import { Pager } from './pager'
import { PictureNote } from './picture-note'
import { WholeLink } from './whole-link'

type Props = {
  title: string
  path: string
  zone: string
  query: Query
  list: {
    period: PeriodView
    options: FilterOptions
    asOf: string | null
    stream: StreamState | null
    total: number
    page: number
    pageSize: number
  }
  projects?: boolean
  children: React.ReactNode
}

/** Head, filters, count and pages around a list. */
export function ListPage({ title, path, zone, query, list, projects = false, children }: Props) {
  return (
    <>
      <PageHead
        title={`${title} · ${list.period.label}`}
        note={
          <>
            <FilterNote filters={listFilters(query, list.options)} />
            <PictureNote zone={zone} picture={list} path={path} query={query} />
          </>
        }
        controls={
          <>
            {projects ? (
              <Link
                className="link no-print"
                href={address(CROSS_REGION, { ...timeOf(query), period: list.period.period })}
                prefetch={false}
              >
                跨区域项目对照
              </Link>
            ) : null}
            <WholeLink path={path} query={query} total={list.total} pageSize={list.pageSize} />
            <ExportLink what={projects ? 'projects' : 'targets'} zone={zone} query={query} />
          </>
        }
      />
      <ListFilters action={path} query={query} options={list.options} period={list.period.period} projects={projects} />
      <Pager path={path} query={query} total={list.total} page={list.page} pageSize={list.pageSize} />
      {list.total === 0 ? (
        <NothingFound query={query} options={list.options} title="没有符合条件的事项。">
          请放宽筛选条件，或把范围改为“规划全部”查看规划所列而未列入年度清单的事项。
        </NothingFound>
      ) : (
        children
      )}
      {list.total > list.pageSize ? (
        <Pager
          label="翻页（表后）"
          path={path}
          query={query}
          total={list.total}
          page={list.page}
          pageSize={list.pageSize}
        />
      ) : null}
    </>
  )
}
