import Link from 'next/link'
import { periodLabel } from '@lianxi/schema/period'
import type { SeriesLine } from '@lianxi/schema/views/indicator'
import { subjectHref } from '@/features/board/links'
import { grouped } from '@/features/ui/format'
import s from '@/features/year-list/year-list.module.css'
import { EnterSeries } from './enter-series'

function Row({ line }: { line: SeriesLine }) {
  return (
    <tr>
      <td>
        {line.scope} {line.name}
      </td>
      <td data-label="比较的目标">
        {line.targets.map(({ code, name }) => (
          <Link key={code} className="link" href={subjectHref('target', code)} prefetch={false}>
            {name}{' '}
          </Link>
        ))}
        {line.targets.length === 0 ? '—' : null}
      </td>
      <td data-label="数值">
        {line.values.map(({ period, value, source, enteredBy, enteredOn }) => (
          <span key={period} className="sub">
            {periodLabel(period)} {grouped(value)}
            {line.unit ?? ''}（{source}；{enteredBy} {enteredOn} 录入）
          </span>
        ))}
        {line.values.length === 0 ? <span className="warned">※ 待录入</span> : null}
      </td>
    </tr>
  )
}

/** What targets are compared with (高于全省平均): figures of others, entered with their source. */
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
              <th scope="col">与之比较的目标</th>
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
        <EnterSeries zone={zone} series={series.map(({ name, scope, unit }) => ({ name, scope, unit }))} />
      ) : null}
    </section>
  )
}
