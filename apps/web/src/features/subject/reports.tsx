import { comparePeriods, type Period, periodLabel } from '@lianxi/schema/period'
import type { ReportMade, SubjectView } from '@lianxi/schema/views/subject'
import { figureOf } from '@/features/board/standing'
import { Empty } from '@/features/shell/page-head'
import { Fold } from '@/features/ui/fold'
import { FilingMark } from '@/features/ui/mark'
import { UnfoldAll } from '@/features/ui/unfold-all'
import { Report } from './report'
import s from './subject.module.css'
import { partId } from './words'

/** Said of a period before one looks: the figure that stands, and what became of it. */
function Summary({ subject, region, period, times }: { subject: SubjectView } & Of & { times: number }) {
  const cell = subject.cells.find((one) => one.region === region && one.period === period)
  const figure =
    cell === undefined ? null : cell.nil ? '本期无变化' : figureOf({ ...cell, unit: subject.target?.unit ?? null })
  return (
    <>
      {periodLabel(period)}
      {figure === null ? '' : ` ${figure}`}{' '}
      {cell === undefined || cell.state === 'reported' ? null : <FilingMark state={cell.state} />}
      {cell?.late ? <FilingMark state="late" /> : null}
      {cell?.confirmed ? <FilingMark state="confirmed" /> : null}
      {cell?.conflict ? <FilingMark state="conflict" /> : null}
      {times > 1 ? <small>共 {times} 次</small> : null}
    </>
  )
}

type Of = { region: string; period: Period }

/** Of one region, a fold a period, the latest first. */
function Periods({ subject, region, reports }: { subject: SubjectView; region: string; reports: ReportMade[] }) {
  const periods = [...new Set(reports.map(({ period }) => period))].sort((a, b) => comparePeriods(b, a))
  return periods.map((period) => {
    const made = reports.filter((report) => report.period === period)
    return (
      <Fold
        key={period}
        id={partId(region, period)}
        summary={<Summary {...{ subject, region, period }} times={made.length} />}
      >
        {made.map((report) => (
          <Report key={report.eventId} report={report} zone={subject.zone} subject={subject.code} />
        ))}
      </Fold>
    )
  })
}

/** 历次填报: every report ever made, also those that were corrected; nothing is erased. Folded by region and period. */
export function Reports({ subject }: { subject: SubjectView }) {
  const { reports } = subject
  const regions = [...new Map(reports.map(({ region }) => [region.code, region])).values()].sort((a, b) =>
    a.code.localeCompare(b.code),
  )
  return (
    <section className={s.section} aria-labelledby="reports">
      <h2 id="reports">历次填报（{reports.length}）</h2>
      {reports.length === 0 ? (
        <Empty title="还没有人填报过。">审核通过后的填报会连同填报人、审核人、时刻和事件编号列在这里。</Empty>
      ) : (
        <UnfoldAll />
      )}
      {regions.map(({ code, name }) => {
        const made = reports.filter(({ region }) => region.code === code)
        const periods = <Periods subject={subject} region={code} reports={made} />
        return regions.length === 1 ? (
          <div key={code}>{periods}</div>
        ) : (
          <Fold key={code} id={`reports-${code}`} summary={`${name}（${made.length}）`}>
            {periods}
          </Fold>
        )
      })}
    </section>
  )
}
