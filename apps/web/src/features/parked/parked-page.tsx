import Link from 'next/link'
import { PARKED_STATE_LABELS, type ParkedFilter } from '@lianxi/schema/commands/parked'
import { parkedReasonLabel } from '@lianxi/schema/events/parked-reason'
import type { ParkedList } from '@lianxi/schema/views/parked'
import { Pager } from '@/features/board/pager'
import { SortHead } from '@/features/board/sort-head'
import { address, type Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { CommandProgress } from './command-progress'
import { ParkedFilters } from './parked-filters'
import s from './parked.module.css'
import { ParkedWork } from './parked-work'
import { Standstill } from './standstill'
import { listOf, PARKED } from './words'

/** How many of which kind wait, region by region; each count opens exactly that list. */
function Summary({ summary }: { summary: ParkedList['summary'] }) {
  if (summary.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="by-reason">
      <h2 id="by-reason">待处理：按行政区和原因</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">行政区</th>
            <th scope="col">原因</th>
            <th scope="col" className="num">
              条数
            </th>
          </tr>
        </thead>
        <tbody>
          {summary.map(({ region, regionName, reason, count }) => (
            <tr key={`${region ?? ''} ${reason}`}>
              <td>{region === null ? '经济区主题' : (regionName ?? region)}</td>
              <td>{parkedReasonLabel(reason)}</td>
              <td className="num">
                <Link className="link" href={listOf(region, reason)} prefetch={false}>
                  {count}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function States({ list, query }: { list: ParkedList; query: Query }) {
  const now = query['state'] ?? 'open'
  return (
    <nav className={s.states} aria-label="按状态筛选">
      {Object.entries(PARKED_STATE_LABELS).map(([state, label]) => (
        <Link
          key={state}
          href={address(PARKED, { ...query, page: undefined, state: state === 'open' ? undefined : state })}
          prefetch={false}
          aria-current={now === state ? 'true' : undefined}
        >
          {label} {list.states[state as keyof ParkedList['states']]}
        </Link>
      ))}
    </nav>
  )
}

function Heads({ query }: { query: Query }) {
  const sorted = { path: PARKED, query }
  return (
    <>
      <SortHead {...sorted} sort="region">
        行政区
      </SortHead>
      <SortHead {...sorted} sort="reason">
        原因和说明
      </SortHead>
      <th scope="col">主题与位置</th>
      <SortHead {...sorted} sort="arrived">
        到达时刻
      </SortHead>
      <SortHead {...sorted} sort="tries" numeric>
        已重试
      </SortHead>
    </>
  )
}

type Props = { list: ParkedList; filter: ParkedFilter; query: Query }

/** 待处理消息: what could not be applied, where it lies and why, and what is done about it. */
export function ParkedPage({ list, filter, query }: Props) {
  const { stream } = list
  return (
    <>
      <PageHead
        title={`待处理消息 ${list.states.open}`}
        note={
          <p className="note">
            全系统已入库 {stream.events.toLocaleString('en-US')} 条 · 待归位 {stream.waiting}
            （所属任务或报告期尚未到达，到达后自动归位） · 待发送 {stream.unpublished}
          </p>
        }
      />
      <CommandProgress commands={list.commands} open={list.states.open} />
      <Standstill refused={list.refused} />
      <Summary summary={list.summary} />
      <States list={list} query={query} />
      <ParkedFilters query={query} summary={list.summary} />
      {list.rows.length === 0 ? (
        <Empty title="没有符合条件的消息。">
          各地系统直报的消息如不合规定，会连同原因列在这里，不影响其他消息入库。
        </Empty>
      ) : (
        <ParkedWork
          key={`${address(PARKED, query)} ${list.upTo ?? ''}`}
          rows={list.rows}
          total={list.total}
          filter={filter}
          upTo={list.upTo}
          heads={<Heads query={query} />}
        />
      )}
      <Pager path={PARKED} query={query} total={list.total} page={list.page} pageSize={list.pageSize} />
    </>
  )
}
