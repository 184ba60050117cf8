import { parkedReasonLabel } from '@lianxi/schema/events/parked-reason'
import type { ParkedList } from '@lianxi/schema/views/admin'
import { Pager } from '@/features/board/pager'
import type { Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { momentOf } from '@/features/ui/format'

/** 待处理消息: what could not be applied, where it lies, and why; shown as text and never executed. */
export function ParkedPage({ list, query }: { list: ParkedList; query: Query }) {
  const { stream } = list
  return (
    <>
      <PageHead
        title={`待处理消息 ${list.total}`}
        note={
          <p className="note">
            已入库 {stream.events.toLocaleString('en-US')} 条 · 待归位 {stream.waiting}
            （所属任务或报告期尚未到达，到达后自动归位） · 待发送 {stream.unpublished}
          </p>
        }
      />
      {list.rows.length === 0 ? (
        <Empty title="没有待处理的消息。">各地系统直报的消息如不合规定，会连同原因列在这里，不影响其他消息入库。</Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">行政区</th>
              <th scope="col">原因</th>
              <th scope="col">说明</th>
              <th scope="col">主题与位置</th>
              <th scope="col">到达时刻</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <tr key={row.id}>
                <td>{row.region ?? '—'}</td>
                <td data-label="原因">{parkedReasonLabel(row.reason)}</td>
                <td data-label="说明">{row.detail}</td>
                <td data-label="主题与位置" className="mono">
                  <div>
                    {row.topic} @{row.offset}
                    <span className="sub">{row.key === null ? '' : `键 ${row.key}`}</span>
                  </div>
                </td>
                <td data-label="到达时刻" className="nowrap">
                  {momentOf(row.appendedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager path="/admin/parked" query={query} total={list.total} page={list.page} pageSize={list.pageSize} />
    </>
  )
}
