import Link from 'next/link'
import type { YearLists } from '@lianxi/schema/views/year-list'
import { address, type Query } from '@/features/session/search'
import { Empty, Notice, PageHead } from '@/features/shell/page-head'
import { ListsFilters } from './lists-filters'
import { ListsTable } from './lists-table'
import { StartList } from './start-list'
import { listPlanHref } from './words'

/** Somebody comes from a plan: the lists that are still drafted and his, before a new one is begun. */
function Going({ all, plan }: { all: YearLists; plan: string }) {
  const open = all.drafts.flatMap((draft) => draft.open)
  if (all.drafts.length === 0) return <Notice>年度清单由联席会议办公室和各地统筹人起草。</Notice>
  return (
    <Notice>
      把规划列入年度清单：
      {open.map(({ code, name }) => (
        <span key={code}>
          <Link className="link" href={address(listPlanHref(code), { plan })} prefetch={false}>
            {name}
          </Link>
          ，
        </span>
      ))}
      {open.length === 0 ? '请先建立清单。' : '或另建一份。'}
    </Notice>
  )
}

/** An empty table: nothing was begun yet, or the filters leave nothing. */
function None({ query }: { query: Query }) {
  const { year, of, phase } = query
  if (year === undefined && of === undefined && phase === undefined)
    return <Empty title="还没有年度清单。">清单由联席会议办公室或各地统筹人起草，征求意见后下达。</Empty>
  return <Empty title="没有符合条件的清单。">请放宽筛选条件，或点“清除”查看全部清单。</Empty>
}

/** 年度清单: the lists of the zone and its regions, newest year first; only adopted ones ask for reports. */
export function ListsPage({ all, query }: { all: YearLists; query: Query }) {
  const plan = query['plan']
  return (
    <>
      <PageHead
        title="年度清单"
        note={
          <p className="note">
            规划是参考，只有经会议或文件下达的年度清单才据以填报和考核（清单制＋责任制）
            {all.lead === null ? '' : ` · 全区清单由${all.lead}`}
          </p>
        }
        controls={
          <Link className="link" href="/mechanism" prefetch={false}>
            工作机制
          </Link>
        }
      />
      {plan === undefined ? null : <Going all={all} plan={plan} />}
      {all.drafts.map((draft) => (
        <StartList key={draft.region?.code ?? ''} zone={all.zone} draft={draft} plan={plan} />
      ))}
      <ListsFilters all={all} query={query} />
      {all.lists.length === 0 ? <None query={query} /> : <ListsTable lists={all.lists} />}
    </>
  )
}
