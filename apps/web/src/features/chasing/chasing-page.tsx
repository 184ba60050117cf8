import Link from 'next/link'
import type { Chasing } from '@lianxi/schema/views/chasing'
import { PeriodSelect } from '@/features/board/period-select'
import { Freshness } from '@/features/live/freshness'
import { address, type Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { minuteOf } from '@/features/ui/format'
import { FilterLinks } from '@/features/ui/filter-links'
import { AsksToAnswer } from './asks'
import { Body } from './body'
import { sumOf } from './by-city'
import s from './chasing.module.css'
import { Extensions } from './extensions'
import { Owing } from './owing'
import { Rates } from './rates'
import { CHASING, owedWords } from './words'

function Controls({ view, query }: { view: Chasing; query: Query }) {
  const { period, periods, regions, zone } = view
  const { show, region, body } = query
  return (
    <>
      <PeriodSelect periods={periods} period={period.period} action={CHASING}>
        {show === undefined ? null : <input type="hidden" name="show" value={show} />}
        {regions.length < 2 ? null : (
          <>
            <label htmlFor="region">地区 </label>
            <select id="region" name="region" defaultValue={region ?? ''} key={region}>
              <option value="">全部</option>
              {regions.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </>
        )}
      </PeriodSelect>
      <a href={address('/api/chasing', { zone: zone.code, period: period.period, show, region, body })}>导出 Excel</a>
    </>
  )
}

/** What the page is narrowed to, and the way back. */
function Narrowed({ view, query }: { view: Chasing; query: Query }) {
  const { region, body } = query
  if (region === undefined && body === undefined) return null
  const named =
    view.rates.find((one) => one.body.code === body)?.body ?? view.regions.find(({ code }) => code === region)
  return (
    <p className="no-print">
      只列 {named?.name ?? body ?? region}
      {body === undefined && view.rates.some((one) => one.region.code !== region) ? '及所辖地区' : ''} ·{' '}
      <Link
        href={address(CHASING, { ...query, region: body === undefined ? undefined : region, body: undefined })}
        prefetch={false}
      >
        {body === undefined || region === undefined ? '全部单位' : '返回所在地区'}
      </Link>
    </p>
  )
}

/** 催报: who has not reported what, whom to call, and what to write. */
export function ChasingPage({ view, query }: { view: Chasing; query: Query }) {
  const { bodies, extensions, owing, period } = view
  const [missing, awaiting] = [sumOf(owing, 'missing'), sumOf(owing, 'awaiting')]
  return (
    <>
      <PageHead
        title={`催报 · ${period.label} · ${owing.length} 个单位 ${owedWords(missing, awaiting)}`}
        note={
          <>
            <p className="note">
              {period.dueAt === null ? '本期尚未开放' : `截止 ${minuteOf(period.dueAt)}`} · 按单位代码排列，不作排名
            </p>
            <Freshness zone={view.zone.code} stream={view.stream} />
          </>
        }
        controls={<Controls view={view} query={query} />}
      />
      {view.mayExtend ? <AsksToAnswer zone={view.zone.code} asks={view.asks} /> : null}
      <FilterLinks
        path={CHASING}
        query={query}
        name="show"
        label="按时限筛选"
        choices={[
          [undefined, '全部尚未报送'],
          ['overdue', '只看逾期'],
        ]}
      />
      <Narrowed view={view} query={query} />
      {missing === 0 ? <Empty title="没有尚未报送的事项。">其他报告期请在右上选择。</Empty> : null}
      {bodies.length === 0 ? <Owing owing={owing} query={query} now={view.stream.now} /> : null}
      {bodies.map((chased) => (
        <Body key={`${chased.body.code} ${chased.region.code}`} chased={chased} view={view} />
      ))}
      <Rates rates={view.rates} query={query} />
      {extensions.length === 0 ? null : (
        <section className={s.body} aria-labelledby="extensions">
          <h2 id="extensions">本期延期</h2>
          <Extensions extensions={extensions} {...(view.mayExtend ? { zone: view.zone.code } : {})} />
        </section>
      )}
    </>
  )
}
