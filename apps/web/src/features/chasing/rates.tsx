import type { BodyRates } from '@lianxi/schema/views/chasing'
import { percent } from '@/features/ui/format'
import s from './chasing.module.css'

const COUNTS = [
  ['应报', 'due'],
  ['已报', 'reported'],
  ['其中本期无变化', 'nil'],
  ['其中迟报', 'late'],
  ['到期未报', 'overdue'],
] as const

/** 完成和按时 by body, in the order of the codes. */
export function Rates({ rates }: { rates: BodyRates[] }) {
  if (rates.length === 0) return null
  return (
    <section className={s.body} aria-labelledby="rates">
      <h2 id="rates">完成率和按时率</h2>
      <p className="note">
        完成率＝已报÷应报，“本期无变化”也是填报；按时率＝按时报送÷（已报＋到期未报），首次报送晚于截止时间的为迟报，更正不算。按单位代码排列，不作排名。
      </p>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">单位</th>
            {COUNTS.map(([label]) => (
              <th key={label} scope="col" className="num">
                {label}
              </th>
            ))}
            <th scope="col" className="num">
              完成率
            </th>
            <th scope="col" className="num">
              按时率
            </th>
          </tr>
        </thead>
        <tbody>
          {rates.map((one) => (
            <tr key={`${one.body.code} ${one.region.code}`}>
              <th scope="row">{one.body.name}</th>
              {COUNTS.map(([label, name]) => (
                <td key={name} data-label={label} className="num">
                  {one[name]}
                </td>
              ))}
              <td data-label="完成率" className="num">
                {percent(one.completion)}
              </td>
              <td data-label="按时率" className="num">
                {percent(one.timeliness)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
