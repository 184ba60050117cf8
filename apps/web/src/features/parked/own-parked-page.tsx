import Link from 'next/link'
import { PARKED_STATE_LABELS } from '@lianxi/schema/commands/parked'
import { adviceOn, parkedReasonLabel } from '@lianxi/schema/events/parked-reason'
import type { OwnParkedList, ParkedRow } from '@lianxi/schema/views/parked'
import { Pager } from '@/features/board/pager'
import { address, type Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { momentOf } from '@/features/ui/format'
import s from './parked.module.css'

const PATH = '/office/parked'
type Props = { zone: string; list: OwnParkedList; query: Query }

function States({ query }: { query: Query }) {
  return (
    <nav className={s.states} aria-label="按状态筛选">
      {Object.entries(PARKED_STATE_LABELS).map(([state, label]) => (
        <Link
          key={state}
          href={address(PATH, { ...query, page: undefined, state: state === 'open' ? undefined : state })}
          prefetch={false}
          aria-current={(query['state'] ?? 'open') === state ? 'true' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

function Line({ row, query }: { row: ParkedRow; query: Query }) {
  return (
    <tr>
      <td>
        <div className={s.detail}>
          <Link className="link" href={address(`${PATH}/${row.id}`, { region: query['region'] })} prefetch={false}>
            {parkedReasonLabel(row.reason)}
          </Link>
          <span className="sub">{row.detail}</span>
        </div>
      </td>
      <td data-label="怎么办">{row.note === null ? adviceOn(row.reason) : `已舍弃：${row.note}`}</td>
      <td data-label="主题与位置" className="mono">
        <div>
          <span className="nowrap">
            {row.topic} @{row.offset}
          </span>
          <span className="sub">{row.key === null ? '' : `键 ${row.key}`}</span>
        </div>
      </td>
      <td data-label="到达时刻" className="nowrap">
        {momentOf(row.appendedAt)}
      </td>
    </tr>
  )
}

/** A region's own messages that did not get in: why, and what its engineers should do; all of it to take away. */
export function OwnParkedPage({ zone, list, query }: Props) {
  const state = query['state'] ?? 'open'
  const fetch = (format: 'json' | 'csv') => address('/api/parked', { zone, region: list.region.code, state, format })
  return (
    <>
      <PageHead
        title={`${list.region.name}未入库消息 ${list.total}`}
        note={<p className="note">本行政区主题上的消息；其他消息照常入库，不受影响。</p>}
        controls={
          <>
            <a className="button" href={fetch('json')} download>
              下载 JSON（含原文）
            </a>
            <a className="button" href={fetch('csv')} download>
              下载 CSV
            </a>
          </>
        }
      />
      <States query={query} />
      {list.rows.length === 0 ? (
        <Empty title="没有这样的消息。">
          业务系统直报的消息如不合约定，会连同原因和处理办法列在这里；<Link href="/office">返回我的填报</Link>。
        </Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">原因和说明</th>
              <th scope="col">怎么办</th>
              <th scope="col">主题与位置</th>
              <th scope="col">到达时刻</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <Line key={row.id} row={row} query={query} />
            ))}
          </tbody>
        </table>
      )}
      <Pager path={PATH} query={query} total={list.total} page={list.page} pageSize={list.pageSize} />
    </>
  )
}
