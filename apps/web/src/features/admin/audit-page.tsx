import { auditKind, type AuditList, type AuditRow, auditWords } from '@lianxi/schema/views/audit'
import b from '@/features/board/board.module.css'
import { FilterSearch, FilterSelect, words } from '@/features/board/filter-fields'
import { Pager } from '@/features/board/pager'
import type { Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { momentOf } from '@/features/ui/format'

const PATH = '/admin/audit'

/** What the short facts of an entry are called; others are for whoever looks into the database. */
const TITLES: Record<string, string> = {
  ...{
    name: '名称',
    username: '用户名',
    roles: '单位和角色',
    body: '单位',
    role: '角色',
    zone: '经济区',
    region: '行政区',
  },
  ...{
    subject: '事项',
    period: '报告期',
    kind: '类别',
    channel: '通道',
    slot: '凭据',
    reason: '原因',
    fileName: '文件',
  },
  ...{
    basis: '依据',
    adoptedBy: '依据',
    on: '日期',
    copyOf: '沿用',
    phase: '当时状态',
    changes: '条数',
    messages: '条数',
    disabled: '停用',
  },
}
const saidOf = (value: unknown): string =>
  typeof value === 'boolean'
    ? value
      ? '是'
      : '否'
    : typeof value === 'string' || typeof value === 'number'
      ? `${value}`
      : ''

/** Much that went at once, a line each: out of the way until somebody wants to know. */
function Lines({ detail }: Pick<AuditRow, 'detail'>) {
  const lines = Array.isArray(detail['items']) ? detail['items'].map(saidOf) : []
  if (lines.length === 0) return null
  return (
    <details>
      <summary>内容（{lines.length} 项）</summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  )
}

function detailOf({ detail }: AuditRow): string {
  const facts = Object.entries(detail).map(([key, value]) => [TITLES[key], saidOf(value)])
  return facts
    .flatMap(([title, said]) => (title === undefined || said === '' ? [] : [`${title} ${said ?? ''}`]))
    .join('；')
}

function Filters({ query }: { query: Query }) {
  return (
    <form className={b.filters} action={PATH} method="get" role="search" aria-label="查找审计记录">
      <FilterSearch name="who" label="办理人" value={query['who']} />
      <FilterSelect name="kind" label="类别" all="全部" options={words(auditKind.labels)} value={query['kind']} />
      <div>
        <label htmlFor="f-day">日期</label>
        <input id="f-day" name="day" type="date" min="2000-01-01" max="2060-12-31" defaultValue={query['day'] ?? ''} />
      </div>
      <button type="submit">查找</button>
    </form>
  )
}

/** 审计记录: who changed what outside a report's life, newest first. Passwords and their hashes are in none of it. */
export function AuditPage({ list, query }: { list: AuditList; query: Query }) {
  return (
    <>
      <PageHead
        title={`审计记录 ${list.total}`}
        note={<p className="note">时间为实际时间。填报、审核、退回的经过在各事项页面，清单的协商经过在清单页面。</p>}
      />
      <Filters query={query} />
      {list.rows.length === 0 ? (
        <Empty title="没有符合条件的记录。">请放宽查找条件。</Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">办理人</th>
              <th scope="col">事项</th>
              <th scope="col">对象</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <tr key={row.id}>
                <td className="nowrap">{momentOf(row.at)}</td>
                <td data-label="办理人">{row.by}</td>
                <td data-label="事项">{auditWords(row.action)}</td>
                <td data-label="对象">{row.about ?? <span className="mono">{row.object}</span>}</td>
                <td data-label="说明">
                  <div>
                    {detailOf(row)}
                    <Lines detail={row.detail} />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager path={PATH} query={query} total={list.total} page={list.page} pageSize={list.pageSize} />
    </>
  )
}
