import { periodLabel } from '@lianxi/schema/period'
import type { CourseView } from '@lianxi/schema/views/course'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { CourseChart, Legend } from '@/features/chart/course-chart'
import type { Corrected } from '@/features/chart/course-option'
import { grouped } from '@/features/ui/format'
import s from './subject.module.css'

const MEASURED = { value: '完成值', sum: '规划期累计', share: '占比', investment: '本年完成投资' } as const

/** What was said first and corrected since; a plan's sum or a share that was worked out has no such figures of its own. */
function correctedOf(subject: SubjectView, { region, measured }: CourseView): Corrected[] {
  if (measured === 'sum' || measured === 'share') return []
  return subject.reports.flatMap(({ region: of, standing, period, content }) => {
    if (standing !== 'superseded' || of.code !== region.code) return []
    const value = content.kind === 'target' ? content.value : content.investedYearWan
    return value === null ? [] : [{ period, value: String(value) }]
  })
}

/** The chart in words: the last figure, what it should be, and the target. */
function labelOf({ region, measured, points, target }: CourseView, unit: string): string {
  const last = points.findLast(({ value }) => value !== null)
  const of = (text: string) => `${grouped(String(Number(Number(text).toFixed(2))))}${unit}`
  const said =
    last === undefined
      ? '尚无数值'
      : `${periodLabel(last.period)} ${of(last.value ?? '')}${last.expected === null ? '' : `，应达到 ${of(last.expected)}`}`
  return `${region.shortName}各期${MEASURED[measured]}：${said}${target === null ? '' : `；${target.year}年目标 ${of(target.value)}`}`
}

/** 变化: what was reached over the periods against what should be; every report is in the table beside. */
export function Trend({ subject }: { subject: SubjectView }) {
  const { courses, kind, target } = subject
  const measured = MEASURED[courses[0]?.measured ?? (kind === 'project' ? 'investment' : 'value')]
  const unit = kind === 'project' ? '万元' : (target?.unit ?? '')
  const drawn = courses.map((course) => ({ course, corrected: correctedOf(subject, course) }))
  return (
    <section className={s.section} aria-labelledby="trend">
      <h2 id="trend">
        {measured}变化{unit === '' ? '' : `（${unit}）`}
      </h2>
      {courses.length === 0 ? <p className="note">还没有可以画出的数值。</p> : null}
      <div className={s.charts}>
        {drawn.map(({ course, corrected }) => (
          <div key={course.region.code}>
            {courses.length === 1 ? null : <h3>{course.region.name}</h3>}
            <CourseChart course={course} corrected={corrected} label={labelOf(course, unit)} />
          </div>
        ))}
      </div>
      {courses.length === 0 ? null : (
        <Legend courses={courses} withCorrected={drawn.some(({ corrected }) => corrected.length > 0)} />
      )}
    </section>
  )
}
