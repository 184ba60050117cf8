import { periodLabel } from '@lianxi/schema/period'
import type { RecentReport } from '@lianxi/schema/views/overview'
import { shortMinuteOf } from '@/features/ui/format'
import s from './board.module.css'
import { subjectHref, type Time } from './links'

const keyOf = ({ subject, region, period, revision }: RecentReport): string =>
  `${subject} ${region.code} ${period} ${revision}`

/** 最近填报: what arrived last, newest first. */
export function Recent({ reports, time }: { reports: RecentReport[]; time: Time }) {
  const latestFirst = [...reports].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <section className={s.section} aria-labelledby="recent">
      <header>
        <h2 id="recent">最近填报</h2>
      </header>
      {reports.length === 0 ? <p className="note">还没有填报。</p> : null}
      <ol className={s.recent} data-recent>
        {latestFirst.map((report) => (
          <li key={keyOf(report)} data-key={keyOf(report)}>
            <time dateTime={report.at}>{shortMinuteOf(report.at)}</time>
            <span>
              <a href={subjectHref(report.kind, report.subject, time)}>{report.name}</a>
              <span className="sub">
                {report.region.shortName} · {periodLabel(report.period)}
                {report.nil ? ' · 本期无变化' : ''}
                {report.revision > 1 ? ` · 第 ${report.revision} 次报送` : ''} · {report.person}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
