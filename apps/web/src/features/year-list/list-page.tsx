import Link from 'next/link'
import type { ListItemView, YearListView } from '@lianxi/schema/views/year-list'
import { yearListState } from '@lianxi/schema/vocabulary'
import { paged } from '@/features/board/paged'
import { Pager } from '@/features/board/pager'
import { address, type Query } from '@/features/session/search'
import { momentOf } from '@/features/ui/format'
import { Empty, PageHead } from '@/features/shell/page-head'
import { Arithmetic } from './arithmetic'
import { AssignMany } from './assign-many'
import { DeleteList } from './delete-list'
import { ListHandovers } from './handovers'
import { ItemPanel } from './item-panel'
import { ItemTable } from './item-table'
import { ListDeeds } from './list-deeds'
import { ListFilters, shown } from './list-filters'
import { ListSettings } from './list-settings'
import { NewItem } from './new-item'
import { forDeeds, forForms } from './told'
import { LISTS, listHref } from './words'
import s from './year-list.module.css'

/** As many lines as a page shows; the exports have all of them. */
const PAGE = 200

/** A page of the lines that are shown, and the way to the others. */
function Paged({ list, items, query }: { list: YearListView; items: ListItemView[]; query: Query }) {
  const { shown: some, pager } = paged(items, query, PAGE)
  return (
    <>
      {items.length > PAGE ? (
        <Pager path={listHref(list.code)} query={{ ...query, item: undefined }} {...pager} />
      ) : null}
      <Lines list={list} items={some} query={query} />
    </>
  )
}

/** The lines in the table; the viewer's own can be chosen together while they can still be answered or handed out. */
function Lines({ list, items, query }: { list: YearListView; items: ListItemView[]; query: Query }) {
  const own = items.filter(({ mine }) => mine)
  const [first] = own
  const open = list.phase === 'consulting' || (list.phase === 'draft' && list.region !== null)
  const choosing = open && list.asOf === null && first !== undefined
  const table = <ItemTable list={list} items={items} query={query} choosing={choosing} />
  if (!choosing) return table
  const { code, zone, phase } = list
  const region = first.region.code
  return (
    <AssignMany
      key={[query['show'], query['field'], query['region'], query['page']].join(' ')}
      list={{ code, zone, phase }}
      region={region}
      bodies={list.bodies.filter((body) => body.region === region && !body.ended)}
      own={own.map(({ code: item, version }) => ({ code: item, version }))}
    >
      {table}
    </AssignMany>
  )
}

function Note({ list }: { list: YearListView }) {
  const { adopted, owner, phase, asOf } = list
  return (
    <p className="note">
      {owner.name} 制定 · {yearListState.labels[phase]}
      {adopted === null ? '' : ` · ${adopted.on} ${adopted.basis} 下达，此后仅可凭依据修订`}
      {asOf === null ? '' : ` · 按 ${momentOf(asOf)} 的内容，牵头领导和责任人不入历史`}
    </p>
  )
}

/** Files for those who see the page, of what it shows. */
function Exports({ list }: { list: YearListView }) {
  const asked = { zone: list.zone.code, asOf: list.asOf ?? undefined }
  return (
    <>
      {(['xlsx', 'docx'] as const).map((format) => (
        <a key={format} className="link" href={address(`/api/lists/${list.code}/${format}`, asked)} download>
          导出 {format === 'xlsx' ? 'Excel' : 'Word'}
        </a>
      ))}
    </>
  )
}

/** An adopted list as it was at the end of a day: revisions of later days are not in it. */
function AsOf({ list, query }: { list: YearListView; query: Query }) {
  if (list.phase !== 'adopted') return null
  return (
    <form className={`${s.asOf ?? ''} no-print`} role="search" aria-label="按日期查看">
      <label htmlFor="on">口径日期</label>
      <input id="on" name="on" type="date" min="2000-01-01" max={list.today} defaultValue={query['on'] ?? list.today} />
      <button type="submit" className="small">
        查看
      </button>
      {list.asOf === null ? null : (
        <Link className="link" href={listHref(list.code)} prefetch={false}>
          返回当前内容
        </Link>
      )}
    </form>
  )
}

/** One list: what is promised, who has accepted it, the parts against the whole; the chosen item beside it. */
export function ListPage({ list, query }: { list: YearListView; query: Query }) {
  const chosen = list.items.find(({ code }) => code === query['item'])
  const drafting = list.mayDraft && list.phase !== 'adopted'
  const answering = list.phase === 'consulting' && list.items.some(({ mine, answer }) => mine && answer === 'open')
  const adding = query['item'] === 'new' && drafting
  const items = shown(list, query)
  return (
    <>
      <PageHead
        title={list.name}
        note={<Note list={list} />}
        controls={
          <>
            <Exports list={list} />
            <Link className="link" href={LISTS} prefetch={false}>
              全部清单
            </Link>
          </>
        }
      />
      <AsOf list={list} query={query} />
      {drafting || answering ? <ListDeeds list={forDeeds(list)} drafting={drafting} answering={answering} /> : null}
      {drafting ? <ListSettings key={list.version} list={{ ...forForms(list), breakdown: list.breakdown }} /> : null}
      {drafting ? <DeleteList list={forDeeds(list)} name={list.name} /> : null}
      <div className={s.split} data-open={chosen !== undefined || adding}>
        <div className={s.main}>
          <ListFilters list={list} query={query} />
          {items.length === 0 ? (
            <Empty title="没有事项。">{list.mayDraft ? '请“从规划列入”，或逐项“加入事项”。' : null}</Empty>
          ) : (
            <Paged list={list} items={items} query={query} />
          )}
          <Arithmetic list={list} />
          <ListHandovers list={list} />
        </div>
        {chosen === undefined ? null : (
          <ItemPanel
            key={`${chosen.code} ${chosen.version}`}
            list={list}
            item={chosen}
            close={address(listHref(list.code), { ...query, item: undefined })}
          />
        )}
        {adding ? <NewItem list={forForms(list)} /> : null}
      </div>
    </>
  )
}
