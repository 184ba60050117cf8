import Link from 'next/link'
import type { PublicPage } from '@lianxi/schema/views/public'
import { subjectKind, workField } from '@lianxi/schema/vocabulary'
import b from '@/features/board/board.module.css'
import { FilterSearch, FilterSelect, named, words } from '@/features/board/filter-fields'
import { Pager } from '@/features/board/pager'
import type { Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { momentOf } from '@/features/ui/format'
import { ItemTable } from './item-table'
import { zoneHref } from './links'
import { OpenLinks } from './open-links'

/** What the address fixes, as the list or the region of the page; its filter is not offered. */
export type Fixed = { list?: string; region?: string }
type Props = { title: string; note?: string; page: PublicPage; path: string; query: Query; fixed?: Fixed }

function Filters({ page, path, query, fixed = {} }: Omit<Props, 'title' | 'note'>) {
  const years = page.years.map((year) => ({ value: String(year), label: `${year}年` }))
  return (
    <form className={`${b.filters ?? ''} no-print`} action={path} method="get" role="search">
      {fixed.list === undefined ? (
        <FilterSelect name="year" label="年度" options={years} value={query['year']} all="全部" />
      ) : null}
      {fixed.region === undefined ? (
        <FilterSelect name="region" label="地区" options={named(page.regions)} value={query['region']} all="全部" />
      ) : null}
      <FilterSelect name="kind" label="类别" options={words(subjectKind.labels)} value={query['kind']} all="全部" />
      <FilterSelect name="field" label="领域" options={words(workField.labels)} value={query['field']} all="全部" />
      <FilterSearch label="名称或编号" value={query['q']} />
      <button type="submit">筛选</button>
      <a className="button" href={path}>
        清除
      </a>
    </form>
  )
}

/** Public items of a list, of a region, or of a search, in the order of the lists. */
export function ItemsPage({ title, note, page, path, query, fixed = {} }: Props) {
  const { zone, items, total, pageSize } = page
  return (
    <>
      <PageHead
        title={title}
        note={
          <p className="note">
            {note === undefined ? '' : `${note} · `}数据截至 {momentOf(page.stamp)} ·{' '}
            <Link href={zoneHref(zone.code)} prefetch={false}>
              {zone.name}公开信息
            </Link>
          </p>
        }
      />
      <Filters {...{ page, path, query, fixed }} />
      {items.length === 0 ? (
        <Empty title="没有符合条件的公开事项。">
          请减少筛选条件，或<a href={path}>清除筛选</a>。
        </Empty>
      ) : (
        <ItemTable items={items} withRegion={fixed.region === undefined} />
      )}
      <Pager path={path} query={query} total={total} page={page.page} pageSize={pageSize} />
      <OpenLinks zone={zone.code} filters={{ ...query, ...fixed }} />
    </>
  )
}
