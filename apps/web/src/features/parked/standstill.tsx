'use client'

import { TroubleNote } from '@/features/command/trouble-note'
import type { RefusedRow } from '@lianxi/schema/views/parked'
import { momentOf } from '@/features/ui/format'
import s from './parked.module.css'
import { useParkedDeeds } from './use-parked-deeds'

/** Events of our own that the broker refused: they and those behind them on their subject stand still until sent again. */
export function Standstill({ refused }: { refused: RefusedRow[] }) {
  const { busy, trouble, said, resend } = useParkedDeeds()
  if (refused.length === 0 && said === undefined) return null
  return (
    <section className={s.section} aria-labelledby="refused">
      <h2 id="refused">未能发出的事件 {refused.length}</h2>
      <p className="note">消息服务拒收下列事件；同一事项其后的事件也在等待。排除原因后请重新发送。</p>
      {refused.length === 0 ? null : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">主题</th>
              <th scope="col">事项</th>
              <th scope="col">拒收原因</th>
              <th scope="col">写入时刻</th>
              <th scope="col" className="num">
                其后等待
              </th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {refused.map(({ id, topic, key, reason, createdAt, waiting }) => (
              <tr key={id}>
                <td className="mono">{topic}</td>
                <td data-label="事项" className="mono">
                  {key}
                </td>
                <td data-label="拒收原因">{reason}</td>
                <td data-label="写入时刻" className="nowrap">
                  {momentOf(createdAt)}
                </td>
                <td data-label="其后等待" className="num">
                  {waiting}
                </td>
                <td>
                  <button type="button" className="small" disabled={busy} onClick={() => void resend([id])}>
                    重新发送
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p role="status" className={said?.ok === false ? 'bad' : 'good'}>
        {said?.message}
      </p>
      <TroubleNote trouble={trouble} />
    </section>
  )
}
