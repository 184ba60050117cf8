import type { StreamStatus } from '@lianxi/schema/views/stream-status'
import { ConsumerFacts, SILENT_SECONDS, WORKER_PART_LABELS, type WorkerPart } from '@lianxi/schema/views/worker-state'
import { Empty, PageHead } from '@/features/shell/page-head'
import { secondOf } from '@/features/ui/format'

/** A worker of another build may have a part that this one has no word for. */
const PARTS: Readonly<Record<string, string>> = WORKER_PART_LABELS

/** What a part says is wrong, as it says it: these sentences are for whoever looks after the machines. */
function Said({ part: { report } }: { part: WorkerPart }) {
  const said = [...report.complaints, ...report.attention]
  if (said.length === 0) return <>正常</>
  return (
    <ul className="bad">
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

function PartLine({ part }: { part: WorkerPart }) {
  const silent = part.seenSeconds >= SILENT_SECONDS
  return (
    <tr data-part={part.part}>
      <td>{PARTS[part.part] ?? part.part}</td>
      <td data-label="进程" className="mono">
        {part.worker}
      </td>
      <td data-label="最近报告" className={silent ? 'bad nowrap' : 'nowrap'}>
        {silent ? `${Math.floor(part.seenSeconds)} 秒前，已无响应或已退出` : `${Math.floor(part.seenSeconds)} 秒前`}
      </td>
      <td data-label="情况">{silent ? '—' : <Said part={part} />}</td>
    </tr>
  )
}

/** Topics that are behind, paused or stopped, as the living consumers tell. */
function Topics({ parts }: { parts: WorkerPart[] }) {
  const facts = parts.flatMap((part) =>
    part.part === 'consumer' && part.seenSeconds < SILENT_SECONDS ? [ConsumerFacts.parse(part.report.facts)] : [],
  )
  const rows = facts.flatMap(({ lag, waiting, halted }) => [
    ...halted.map((held) => ({ ...held, state: '已停止，需处理' })),
    ...waiting.map((held) => ({ ...held, state: '暂停，自动重试' })),
    ...Object.entries(lag).map(([topic, count]) => ({ topic, state: `落后 ${count} 条`, reason: '', since: null })),
  ])
  if (rows.length === 0) return <p className="note">没有落后、暂停或停止的主题。</p>
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">主题</th>
          <th scope="col">情况</th>
          <th scope="col">原因</th>
          <th scope="col">自</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.topic} ${row.state}`}>
            <td className="mono">{row.topic}</td>
            <td data-label="情况">{row.state}</td>
            <td data-label="原因">{row.reason}</td>
            <td data-label="自" className="nowrap">
              {row.since === null ? '' : secondOf(row.since)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 运行状态: who works, what waits, and what stands. */
export function StreamPage({ status: { state, parts } }: { status: StreamStatus }) {
  return (
    <>
      <PageHead
        title="运行状态"
        note={
          <p className="note">
            待发送 {state.unpublished} · 待处理 {state.parked} · 全系统已入库 {state.events.toLocaleString('en-US')}{' '}
            条； 时间为实际时间。各项含义见管理员手册“读懂运行状态”。
          </p>
        }
      />
      {parts.length === 0 ? (
        <Empty title="一天之内没有工作进程报告过。">请运维人员启动工作进程。</Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">部分</th>
              <th scope="col">进程</th>
              <th scope="col">最近报告</th>
              <th scope="col">情况</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <PartLine key={`${part.worker} ${part.part}`} part={part} />
            ))}
          </tbody>
        </table>
      )}
      <h2>主题</h2>
      <Topics parts={parts} />
    </>
  )
}
