import Link from 'next/link'
import { periodLabel } from '@lianxi/schema/period'
import type { ChasedBody, Chasing } from '@lianxi/schema/views/chasing'
import { subjectHref } from '@/features/board/links'
import { PeriodSelect } from '@/features/board/period-select'
import { Freshness } from '@/features/live/freshness'
import { address, type Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { minuteOf } from '@/features/ui/format'
import { FilingMark } from '@/features/ui/mark'
import { FilterLinks } from '@/features/ui/filter-links'
import { CopyText } from './copy-text'
import s from './chasing.module.css'
import { ExtendForm, type Extendable } from './extend-form'
import { Extensions } from './extensions'
import { Rates } from './rates'
import { RemindButton } from './remind-button'
import { reminded, standing } from './words'

const PATH = '/review/chasing'

function Contacts({ chased, now }: { chased: ChasedBody; now: string }) {
  return (
    <p className="note">
      联系人：
      {chased.contacts.length === 0
        ? '系统中没有登记填报人'
        : chased.contacts
            .map(({ name, role, phone }) => `${name}（${role}${phone === null ? '' : `，${phone}`}）`)
            .join('、')}{' '}
      · 最近提醒：{reminded(chased.lastReminderAt, now)}
    </p>
  )
}

function Items({ chased, now }: { chased: ChasedBody; now: string }) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">未报事项</th>
          <th scope="col">报告期</th>
          <th scope="col">状态</th>
          <th scope="col">责任人</th>
          <th scope="col">截止</th>
          <th scope="col">时限</th>
        </tr>
      </thead>
      <tbody>
        {chased.items.map((item) => (
          <tr key={`${item.subject} ${item.period}`}>
            <td data-label="未报事项">
              <Link className="link" href={subjectHref(item.kind, item.subject)} prefetch={false}>
                {item.name}
              </Link>
            </td>
            <td data-label="报告期" className="nowrap">
              {periodLabel(item.period)}
            </td>
            <td data-label="状态" className="nowrap">
              <FilingMark state={item.state} />
            </td>
            <td data-label="责任人">{item.persons.length === 0 ? '—' : item.persons.join('、')}</td>
            <td data-label="截止" className="nowrap">
              {item.dueAt === null ? '—' : minuteOf(item.dueAt)}
              {item.extended ? <span className="sub">已延期</span> : null}
            </td>
            <td data-label="时限" className="nowrap">
              {standing(item, now)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Everything of each period, then item by item. */
function extendable({ items }: ChasedBody): Extendable[] {
  const periods = [...new Set(items.map(({ period }) => period))]
  return [
    ...periods.map((period) => ({ subject: null, words: `本期全部事项（${periodLabel(period)}）`, period })),
    ...items.map(({ subject, name, period }) => ({ subject, words: `${name}（${periodLabel(period)}）`, period })),
  ]
}

function Body({ chased, view }: { chased: ChasedBody; view: Chasing }) {
  const { body, region } = chased
  return (
    <section className={s.body} aria-labelledby={body.code}>
      <h2 id={body.code}>
        {body.name} {chased.items.length} 项未报
      </h2>
      <Contacts chased={chased} now={view.stream.now} />
      <Items chased={chased} now={view.stream.now} />
      <CopyText key={chased.text} text={chased.text} />
      {view.mayExtend ? (
        <>
          <RemindButton zone={view.zone.code} body={body.code} period={view.period.period} />
          <ExtendForm zone={view.zone.code} region={region.code} body={body.code} choices={extendable(chased)} />
        </>
      ) : null}
    </section>
  )
}

/** 催报: who has not reported what, whom to call, and what to write. */
export function ChasingPage({ view, query }: { view: Chasing; query: Query }) {
  const { bodies, extensions, period } = view
  const items = bodies.reduce((sum, chased) => sum + chased.items.length, 0)
  return (
    <>
      <PageHead
        title={`催报 · ${period.label} · ${bodies.length} 个单位 ${items} 项未报`}
        note={
          <>
            <p className="note">
              {period.dueAt === null ? '本期尚未开放' : `截止 ${minuteOf(period.dueAt)}`} · 按单位代码排列，不作排名
            </p>
            <Freshness zone={view.zone.code} stream={view.stream} />
          </>
        }
        controls={
          <>
            <PeriodSelect periods={view.periods} period={period.period} action={PATH} />
            <a href={address('/api/chasing', { zone: view.zone.code, period: period.period, show: query['show'] })}>
              导出 Excel
            </a>
          </>
        }
      />
      <FilterLinks
        path={PATH}
        query={query}
        name="show"
        label="按时限筛选"
        choices={[
          [undefined, '全部未报'],
          ['overdue', '只看逾期'],
        ]}
      />
      {items === 0 ? <Empty title="没有未报的事项。">其他报告期请在右上选择。</Empty> : null}
      {bodies.map((chased) => (
        <Body key={chased.body.code} chased={chased} view={view} />
      ))}
      <Rates rates={view.rates} />
      {extensions.length === 0 ? null : (
        <section className={s.body} aria-labelledby="extensions">
          <h2 id="extensions">本期延期</h2>
          <Extensions extensions={extensions} />
        </section>
      )}
    </>
  )
}
