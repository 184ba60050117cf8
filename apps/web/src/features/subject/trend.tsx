import { periodLabel } from '@lianxi/schema/period'
import type { Cell } from '@lianxi/schema/views/cell'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { TrendChart } from '@/features/chart/trend-chart'
import s from './subject.module.css'

const drawn = (cell: Cell, project: boolean): number | null => {
  const text = project ? cell.progressPercent : cell.value
  return text === null ? null : Number(text)
}

/** 变化: values (or a project's progress) over the periods; the table of all periods stands beside it. */
export function Trend({ subject }: { subject: SubjectView }) {
  const project = subject.kind === 'project'
  const series = subject.regions
    .map((region) => ({
      name: region.shortName,
      points: subject.cells.flatMap((cell) => {
        const value = cell.region === region.code ? drawn(cell, project) : null
        return value === null ? [] : [{ period: cell.period, value }]
      }),
    }))
    .filter(({ points }) => points.length > 0)
  const { target } = subject
  const unit = project ? '%' : (target?.unit ?? '')
  const yearToDate = target !== null && ['flow', 'cumulative', 'per-year'].includes(target.basis)
  const promise = target === null || target.value === null || yearToDate ? undefined : Number(target.value)
  const last = series.map((line) => {
    const end = line.points.reduce((a, b) => (a.period > b.period ? a : b))
    return `${line.name} ${periodLabel(end.period)} ${end.value}${unit}`
  })
  return (
    <section className={s.section} aria-labelledby="trend">
      <h2 id="trend">
        {project ? '形象进度' : '完成值'}变化（{unit}）
      </h2>
      {series.length === 0 ? (
        <p className="note">还没有可以画出的数值。</p>
      ) : (
        <TrendChart
          label={`各期${project ? '形象进度' : '完成值'}：${last.join('；')}`}
          series={series}
          breakYears={yearToDate}
          level={promise === undefined ? undefined : { value: promise, label: `规划目标 ${target?.value ?? ''}` }}
        />
      )}
    </section>
  )
}
