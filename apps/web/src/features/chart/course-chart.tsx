import { periodLabel } from '@lianxi/schema/period'
import type { CourseView } from '@lianxi/schema/views/course'
import { Drawn } from '@/features/drawn/drawn'
import { figure } from '@/features/ui/format'
import s from './course.module.css'
import { courseOption, type Corrected } from './course-option'
import { drawSvg } from './draw-svg'

/** Small enough to be read on a phone, where it is as wide as the screen. */
const SIZE = { width: 440, height: 220 }

/** A quotient has more places than anybody reads. */
const shown = (text: string | null): string => figure(text === null ? null : String(Number(Number(text).toFixed(2))))

/** Of all charts that stand together. */
export function Legend({ courses, withCorrected }: { courses: readonly CourseView[]; withCorrected: boolean }) {
  const withLimits = courses.some(({ points }) => points.some(({ limits }) => limits !== null))
  return (
    <ul className={s.legend} aria-hidden="true">
      <li>
        <i className={s.reached} />
        完成
      </li>
      <li>
        <i className={s.expected} />
        应达到
      </li>
      {withLimits ? (
        <>
          <li>
            <i className={s.onTrack} />
            基本符合预期
          </li>
          <li>
            <i className={s.behind} />
            滞后（再往外为严重滞后）
          </li>
        </>
      ) : null}
      {withCorrected ? (
        <li>
          <i className={s.corrected} />
          更正前
        </li>
      ) : null}
    </ul>
  )
}

/** The same as a table, for who cannot see the picture or wants its figures. */
function Figures({ course, corrected }: { course: CourseView; corrected: readonly Corrected[] }) {
  const limited = course.points.some(({ limits }) => limits !== null)
  const before = (period: string) => corrected.filter((one) => one.period === period).map(({ value }) => figure(value))
  return (
    <details className={s.figures}>
      <summary>图中数据</summary>
      <div className="scroll" role="group" aria-label="图中数据" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">报告期</th>
              <th scope="col" className="num">
                完成
              </th>
              <th scope="col" className="num">
                应达到
              </th>
              {limited ? (
                <>
                  <th scope="col" className="num">
                    快于预期
                  </th>
                  <th scope="col" className="num">
                    基本符合
                  </th>
                  <th scope="col" className="num">
                    滞后
                  </th>
                </>
              ) : null}
              <th scope="col">更正前</th>
            </tr>
          </thead>
          <tbody>
            {course.points.map(({ period, value, expected, limits }) => (
              <tr key={period}>
                <th scope="row" className="nowrap">
                  {periodLabel(period)}
                </th>
                <td className="num">{shown(value)}</td>
                <td className="num">{shown(expected)}</td>
                {limited ? (
                  <>
                    <td className="num">{shown(limits?.ahead ?? null)}</td>
                    <td className="num">{shown(limits?.onTrack ?? null)}</td>
                    <td className="num">{shown(limits?.behind ?? null)}</td>
                  </>
                ) : null}
                <td>{before(period).join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

type Props = { course: CourseView; corrected: readonly Corrected[]; label: string }

/** One region's course: what was reached against what should be, the limits of the rules, and what was corrected. */
export async function CourseChart({ course, corrected, label }: Props) {
  const option = courseOption(course, corrected)
  if (option === undefined) return <p className="note">还没有可以画出的数值。</p>
  return (
    <figure className={s.figure}>
      <div
        className={s.chart}
        role="img"
        aria-label={label}
        // Drawn by us from figures alone; texts in it are escaped by the library.
        dangerouslySetInnerHTML={{ __html: await drawSvg(option, SIZE) }}
      />
      <Drawn what="figures" of={course} also={corrected}>
        <Figures course={course} corrected={corrected} />
      </Drawn>
    </figure>
  )
}
