import Link from 'next/link'
import type { YearListLine, YearLists } from '@lianxi/schema/views/year-list'
import { yearListState } from '@lianxi/schema/vocabulary'
import { address } from '@/features/session/search'
import { Empty, Notice, PageHead } from '@/features/shell/page-head'
import { StartList } from './start-list'
import { listHref, listPlanHref } from './words'

function Line({ list }: { list: YearListLine }) {
  return (
    <tr>
      <td>
        <Link className="link" href={listHref(list.code)} prefetch={false}>
          {list.name}
        </Link>
      </td>
      <td data-label="年度" className="nowrap">
        {list.year}
      </td>
      <td data-label="制定单位">{list.owner.name}</td>
      <td data-label="状态">
        <div>
          {yearListState.labels[list.phase]}
          {list.adopted === null ? null : (
            <span className="sub">
              {list.adopted.on} {list.adopted.basis}
            </span>
          )}
        </div>
      </td>
      <td data-label="事项" className="num">
        {list.items}
      </td>
      <td data-label="已认领" className="num">
        {list.agreed}
      </td>
      <td data-label="异议、疑问" className="num">
        {list.disputed === 0 ? '—' : <b>{list.disputed}</b>}
      </td>
      <td data-label="待您认领" className="num">
        {list.yours === 0 ? '—' : <b>{list.yours}</b>}
      </td>
    </tr>
  )
}

/** Somebody comes from a plan: the lists that are still drafted and his, before a new one is begun. */
function Going({ all, plan }: { all: YearLists; plan: string }) {
  const mine = new Set(all.drafts.map(({ region }) => region?.code ?? null))
  const open = all.lists.filter(({ phase, region }) => phase !== 'adopted' && mine.has(region?.code ?? null))
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

/** 年度清单: the lists of the zone and its regions, newest year first; only adopted ones ask for reports. */
export function ListsPage({ all, plan }: { all: YearLists; plan: string | undefined }) {
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
      {all.lists.length === 0 ? (
        <Empty title="还没有年度清单。">清单由联席会议办公室或各地统筹人起草，征求意见后下达。</Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">清单</th>
              <th scope="col">年度</th>
              <th scope="col">制定单位</th>
              <th scope="col">状态</th>
              <th scope="col" className="num">
                事项
              </th>
              <th scope="col" className="num">
                已认领
              </th>
              <th scope="col" className="num">
                异议、疑问
              </th>
              <th scope="col" className="num">
                待您认领
              </th>
            </tr>
          </thead>
          <tbody>
            {all.lists.map((list) => (
              <Line key={list.code} list={list} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
