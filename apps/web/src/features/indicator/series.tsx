import Link from 'next/link'
import { periodLabel } from '@lianxi/schema/period'
import type { SeriesLine } from '@lianxi/schema/views/indicator'
import { subjectHref } from '@/features/board/links'
import { grouped } from '@/features/ui/format'
import s from '@/features/year-list/year-list.module.css'
import { EnterSeries } from './enter-series'
import { SeriesSource } from './series-source'

/** In a province every county may have one. */
const TARGETS_SHOWN = 30

function Row({ line }: { line: SeriesLine }) {
  return (
    <tr>
      <td>
        {line.scope} {line.name}
      </td>
      <td data-label="比较的目标">
        {line.targets.slice(0, TARGETS_SHOWN).map(({ code, name }) => (
          <Link key={code} className="link" href={subjectHref('target', code)} prefetch={false}>
            {name}{' '}
          </Link>
        ))}
        {line.targets.length === 0 ? '—' : null}
        {line.targets.length > TARGETS_SHOWN ? `等 ${line.targets.length} 个` : null}
      </td>
      <td data-label="数值">
        {line.source === null ? null : (
          <span>
            取自各地所报“{line.source.indicator.name}”
            <span className="sub">
              {line.source.indicator.code}；{line.source.reason}（{line.source.decidedBy} {line.source.decidedOn}）
            </span>
          </span>
        )}
        {line.values.map(({ period, value, unit, source, enteredBy, enteredOn }) => (
          <span key={period} className="sub">
            {periodLabel(period)} {grouped(value)}
            {unit ?? ''}（{source}；{enteredBy} {enteredOn} 录入{line.source === null ? '' : '，不采用'}）
          </span>
        ))}
        {line.values.length === 0 && line.source === null ? <span className="warned">※ 待录入</span> : null}
      </td>
    </tr>
  )
}

/** What targets are compared with (高于全省平均, 高于经济增速) or are a share of (占全省比重): entered, or the region's own reports. */
export function Series({ zone, series, mayKeep }: { zone: string; series: SeriesLine[]; mayKeep: boolean }) {
  return (
    <section className={s.section} aria-labelledby="series">
      <h2 id="series">参照数列</h2>
      {series.length === 0 ? (
        <p className="quiet">没有需要与其他数列比较的目标。</p>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">数列</th>
              <th scope="col">与之比较、占其比重的目标</th>
              <th scope="col">各期数值</th>
            </tr>
          </thead>
          <tbody>
            {series.map((line) => (
              <Row key={`${line.scope} ${line.name}`} line={line} />
            ))}
          </tbody>
        </table>
      )}
      {mayKeep ? (
        <>
          <EnterSeries zone={zone} series={series.map(({ name, scope, unit }) => ({ name, scope, unit }))} />
          <SeriesSource
            key={series.map(({ seen }) => seen ?? '').join()}
            zone={zone}
            series={series.flatMap(({ name, scope, seen, fits, targets, source }) =>
              targets.length === 0 ? [] : [{ name, scope, seen, fits, indicator: source?.indicator.code ?? null }],
            )}
          />
        </>
      ) : null}
    </section>
  )
}
