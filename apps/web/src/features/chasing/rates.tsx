import { completionOf, timelinessOf } from '@lianxi/domain/duty/rates'
import type { BodyRates } from '@lianxi/schema/views/chasing'
import { Drawn } from '@/features/drawn/drawn'
import { address, type Query } from '@/features/session/search'
import { percent } from '@/features/ui/format'
import { byCity, sumOf } from './by-city'
import s from './chasing.module.css'
import { CHASING } from './words'

const COUNTS = [
  ['应报', 'due'],
  ['已报', 'reported'],
  ['其中本期无变化', 'nil'],
  ['其中迟报', 'late'],
  ['到期未报', 'overdue'],
] as const

type Row = Pick<BodyRates, (typeof COUNTS)[number][1] | 'completion' | 'timeliness'> & {
  code: string
  name: string
  href?: string
}

/** More bodies than these are summed up by city; a city shows its own. */
const MOST_BODIES = 60

const rowOf = ({ body, region, city: _city, ...counts }: BodyRates): Row => ({
  ...counts,
  ...{ code: `${body.code} ${region.code}`, name: body.name },
})

function cityRows(rates: readonly BodyRates[], query: Query): Row[] {
  return byCity(rates).map(({ city, of }) => {
    const counts = {
      ...{ due: sumOf(of, 'due'), reported: sumOf(of, 'reported'), nil: sumOf(of, 'nil') },
      ...{ late: sumOf(of, 'late'), overdue: sumOf(of, 'overdue') },
    }
    return {
      ...{ code: city.code, name: `${city.name}及所辖地区`, href: address(CHASING, { ...query, region: city.code }) },
      ...{ ...counts, completion: completionOf(counts), timeliness: timelinessOf(counts) },
    }
  })
}

function Table({ rows }: { rows: readonly Row[] }) {
  return (
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
        {rows.map((one) => (
          <tr key={one.code} data-key={one.code}>
            <th scope="row">{one.href === undefined ? one.name : <a href={one.href}>{one.name}</a>}</th>
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
  )
}

/** 完成和按时 by body, in the order of the codes. */
export function Rates({ rates, query }: { rates: BodyRates[]; query: Query }) {
  if (rates.length === 0) return null
  const isSummed = rates.length > MOST_BODIES && byCity(rates).length > 1
  return (
    <section className={s.body} aria-labelledby="rates">
      <h2 id="rates">完成率和按时率</h2>
      <p className="note">
        完成率＝已报÷应报，“本期无变化”也是填报；按时率＝按时报送÷（已报＋到期未报），首次报送晚于截止时间的为迟报，更正不算。
        {isSummed ? '按地区代码排列，不作排名；各单位的点地区查看，全部见“导出 Excel”。' : '按单位代码排列，不作排名。'}
      </p>
      <Drawn what="rates" of={rates} also={query}>
        <Table rows={isSummed ? cityRows(rates, query) : rates.map(rowOf)} />
      </Drawn>
    </section>
  )
}
