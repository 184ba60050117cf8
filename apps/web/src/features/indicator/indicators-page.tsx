import Link from 'next/link'
import { FREQUENCY_LABELS } from '@lianxi/schema/period'
import type { IndicatorLine, IndicatorsView } from '@lianxi/schema/views/indicator'
import { aggregation, basis, direction, priceBasis } from '@lianxi/schema/vocabulary'
import { type Asked, StatementsToJudge } from '@/features/baseline/statements'
import type { Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import s from '@/features/year-list/year-list.module.css'
import { IndicatorForm } from './indicator-form'
import { IndicatorPanel } from './indicator-panel'
import { INDICATORS, indicatorHref, newIndicatorHref } from './links'
import { Series } from './series'

/** `季，期末后 20 天，市统计局`; empty: nobody said when it is released. */
export function releaseOf({ frequency, releaseAfterDays, releasedBy }: IndicatorLine): string {
  const parts = [
    frequency === null ? '' : `按${FREQUENCY_LABELS[frequency]}`,
    releaseAfterDays === null ? '' : `期末后${releaseAfterDays}天`,
    releasedBy,
  ]
  return parts.filter((part) => part !== '').join('，')
}

function Row({ zone, line, open }: { zone: string; line: IndicatorLine; open: boolean }) {
  return (
    <tr data-selected={open}>
      <td>
        <Link className="link" href={indicatorHref(zone, line.code)} prefetch={false} scroll={false}>
          {line.name}
        </Link>
        <span className="sub">{line.code}</span>
        {line.merged.length === 0 ? null : (
          <span className="sub">并入：{line.merged.map(({ name }) => name).join('、')}</span>
        )}
        {line.into === null ? null : <span className="sub">→ 已并入“{line.into.name}”</span>}
      </td>
      <td data-label="单位">{line.unit}</td>
      <td data-label="口径">
        {basis.labels[line.basis]}
        <span className="sub">
          {[line.priceBasis && priceBasis.labels[line.priceBasis], line.direction && direction.labels[line.direction]]
            .filter((part) => part !== null)
            .join(' ')}
        </span>
      </td>
      <td data-label="汇总">{aggregation.labels[line.aggregate]}</td>
      <td data-label="发布">{releaseOf(line) || '—'}</td>
      <td data-label="目标" className="num">
        {line.targets}
      </td>
    </tr>
  )
}

function Table({ view }: { view: IndicatorsView }) {
  if (view.indicators.length === 0) {
    return <Empty title="没有指标。">指标随规划导入，也可以在本页新建；请放宽查找条件。</Empty>
  }
  return (
    <table className={`cards runs ${s.items ?? ''}`}>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">单位</th>
          <th scope="col">口径</th>
          <th scope="col">汇总</th>
          <th scope="col">发布</th>
          <th scope="col" className="num">
            目标
          </th>
        </tr>
      </thead>
      <tbody>
        {view.indicators.map((line) => (
          <Row key={line.code} zone={view.zone.code} line={line} open={view.open?.line.code === line.code} />
        ))}
      </tbody>
    </table>
  )
}

type Props = { view: IndicatorsView; asked: Asked; query: Query }

/** 指标与基期: what is measured and how, the series it is compared with, and what bodies stated of their targets. */
export function IndicatorsPage({ view, asked, query }: Props) {
  const { zone, open, mayKeep } = view
  const beside = open !== null || (query['new'] !== undefined && mayKeep)
  return (
    <>
      <PageHead
        title="指标与基期"
        note={
          <p className="note">
            {zone.name}共 {view.total}{' '}
            个指标。含义相同的可以合并：名称都保留，两边的目标算作同一指标的目标；合并可以撤销。
          </p>
        }
        controls={
          mayKeep ? (
            <Link className="link" href={newIndicatorHref(zone.code)} prefetch={false}>
              新建指标
            </Link>
          ) : undefined
        }
      />
      <StatementsToJudge zone={zone.code} asked={asked} query={query} />
      <form action={INDICATORS} method="get" role="search" aria-label="查找指标" className={s.filters}>
        <input type="hidden" name="zone" value={zone.code} />
        <input name="q" type="search" aria-label="名称或编号" placeholder="名称或编号" maxLength={60} />
        <button type="submit" className="small">
          查找
        </button>
      </form>
      <div className={s.split} data-open={beside}>
        <div className={s.main}>
          <Table view={view} />
          <Series zone={zone.code} series={view.series} mayKeep={mayKeep} />
        </div>
        {open !== null ? (
          <IndicatorPanel key={`${open.line.code} ${open.seen ?? ''}`} zone={zone.code} open={open} mayKeep={mayKeep} />
        ) : beside ? (
          <aside className={s.panel} aria-label="新建指标">
            <h2>新建指标</h2>
            <IndicatorForm zone={zone.code} open={null} />
          </aside>
        ) : null}
      </div>
    </>
  )
}
