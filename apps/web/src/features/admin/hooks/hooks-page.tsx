import type { BodyOption } from '@lianxi/schema/commands/account'
import type { HookView } from '@lianxi/schema/views/hook'
import { Empty, PageHead } from '@/features/shell/page-head'
import { momentOf } from '@/features/ui/format'
import { AddHook } from './add-hook'
import { EndHook } from './end-hook'

/** 通知接口: which bodies' own messengers take notices, and whether they arrive. */
export function HooksPage({ hooks, bodies }: { hooks: HookView[]; bodies: BodyOption[] }) {
  return (
    <>
      <PageHead
        title="通知接口"
        note={<p className="note">通知同时发送到单位自己的即时通信工具。只接受 https 地址；每条都用密钥签名。</p>}
      />
      {hooks.length === 0 ? (
        <Empty title="还没有设置通知接口。">没有接口的单位，在系统内和邮件中收到通知。</Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">接收地址</th>
              <th scope="col">设置时间</th>
              <th scope="col">最近送达</th>
              <th scope="col" className="num">
                待送
              </th>
              <th scope="col">最近的错误</th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {hooks.map(({ id, body, url, createdAt, deliveredAt, waiting, lastError }) => (
              <tr key={id}>
                <td data-label="单位">{body.name}</td>
                <td data-label="接收地址">{url}</td>
                <td data-label="设置时间">{momentOf(createdAt)}</td>
                <td data-label="最近送达">{deliveredAt === null ? '—' : momentOf(deliveredAt)}</td>
                <td data-label="待送" className="num">
                  {waiting}
                </td>
                <td data-label="最近的错误">{lastError ?? '—'}</td>
                <td data-label="办理">
                  <EndHook id={id} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AddHook bodies={bodies} />
    </>
  )
}
