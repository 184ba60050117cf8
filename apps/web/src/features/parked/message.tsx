import { adviceOn, parkedReasonLabel } from '@lianxi/schema/events/parked-reason'
import { PARKED_STATE_LABELS } from '@lianxi/schema/commands/parked'
import type { ParkedMessageView, ShownBytes } from '@lianxi/schema/views/parked'
import { momentOf } from '@/features/ui/format'
import s from './parked.module.css'
import { KIND_LABELS, outcomeLabel, STATE_SHAPES } from './words'

function Facts({ message }: { message: ParkedMessageView }) {
  const { row } = message
  return (
    <dl className={s.facts}>
      <dt>状态</dt>
      <dd>
        <span aria-hidden="true">{STATE_SHAPES[row.state]}</span> {PARKED_STATE_LABELS[row.state]}
        {row.settledAt === null ? null : ` · ${row.settledBy ?? ''} ${momentOf(row.settledAt)}`}
      </dd>
      {row.note === null ? null : (
        <>
          <dt>舍弃原因</dt>
          <dd>{row.note}</dd>
        </>
      )}
      <dt>原因</dt>
      <dd>{parkedReasonLabel(row.reason)}</dd>
      <dt>说明</dt>
      <dd>{row.detail}</dd>
      <dt>怎么办</dt>
      <dd>{adviceOn(row.reason)}</dd>
      <dt>行政区</dt>
      <dd>{row.region === null ? '—（经济区主题）' : (row.regionName ?? row.region)}</dd>
      <dt>主题与位置</dt>
      <dd className="mono">
        {row.topic} · 分区 {message.partition} · @{row.offset}
      </dd>
      <dt>消息键</dt>
      <dd className="mono">{row.key ?? '（无）'}</dd>
      <dt>到达时刻</dt>
      <dd>{momentOf(row.appendedAt)}</dd>
      <dt>已重试</dt>
      <dd>
        {row.tries} 次{message.lastTriedAt === null ? '' : `，最近一次 ${momentOf(message.lastTriedAt)}`}
      </dd>
    </dl>
  )
}

function Headers({ headers }: { headers: ParkedMessageView['headers'] }) {
  return (
    <section className={s.section} aria-labelledby="headers">
      <h2 id="headers">消息头 {headers.length}</h2>
      {headers.length === 0 ? (
        <p className="note">没有消息头。</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">值</th>
            </tr>
          </thead>
          <tbody>
            {headers.map(({ name, value }, index) => (
              // One name may come twice: the place is the only identity.
              <tr key={index}>
                <td className="mono">{name}</td>
                <td className="mono">{value ?? '（无值）'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const KINDS = { json: 'JSON，已分行', text: '文本', hex: '非文本，按十六进制显示', none: '没有内容' } satisfies Record<
  ShownBytes['kind'],
  string
>

function Payload({ payload, download }: { payload: ShownBytes; download: string }) {
  return (
    <section className={s.section} aria-labelledby="payload">
      <h2 id="payload">消息内容</h2>
      <p className="note">
        {KINDS[payload.kind]} · {payload.bytes.toLocaleString('en-US')} 字节
        {payload.cut ? ' · 只显示开头部分' : ''}
        {payload.kind === 'none' ? null : (
          <>
            {' · '}
            <a className="link" href={download} download>
              下载原文
            </a>
          </>
        )}
      </p>
      {payload.kind === 'none' ? null : (
        <pre className={s.payload} tabIndex={0} role="region" aria-label="消息原文">
          {payload.text}
        </pre>
      )}
    </section>
  )
}

function History({ history }: { history: ParkedMessageView['history'] }) {
  if (history.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="history">
      <h2 id="history">办理记录</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">时刻</th>
            <th scope="col">办理人</th>
            <th scope="col">事项</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ command, kind, reason, by, askedAt, outcome, detail }) => (
            <tr key={command}>
              <td className="nowrap">{momentOf(askedAt)}</td>
              <td data-label="办理人">{by}</td>
              <td data-label="事项">
                {KIND_LABELS[kind]}
                {reason === null ? '' : `：${reason}`}
              </td>
              <td data-label="结果">
                {outcome === null ? '等待办理' : outcomeLabel(outcome)}
                {detail === null ? '' : `：${detail}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** One message, all of it, as text: why it is parked, what to do, what it said, and what was done about it. */
export function Message({ message, download }: { message: ParkedMessageView; download: string }) {
  return (
    <>
      <Facts message={message} />
      <Headers headers={message.headers} />
      <Payload payload={message.payload} download={download} />
      <History history={message.history} />
    </>
  )
}
