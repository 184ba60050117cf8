import type { YearListView } from '@lianxi/schema/views/year-list'
import { grouped } from '@/features/ui/format'
import { sharesText } from './shares'
import s from './year-list.module.css'

function Gap({ gap }: { gap: string | null }) {
  if (gap === null) return <>—</>
  const sign = gap.startsWith('-') ? '' : '+'
  return gap === '0' ? <>0</> : <b>{`${sign}${grouped(gap)}`}</b>
}

/** 分解: the regions' parts against the whole. A district is compared with its city, never added to it. */
function Breakdown({ list }: { list: YearListView }) {
  if (list.breakdown.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="breakdown">
      <h2 id="breakdown">分解核对</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">各地分解</th>
            <th scope="col" className="num">
              合计
            </th>
            <th scope="col" className="num">
              全区{list.year}年
            </th>
            <th scope="col" className="num">
              差额
            </th>
            <th scope="col">尚未分解</th>
          </tr>
        </thead>
        <tbody>
          {list.breakdown.map((row) => (
            <tr key={row.subject}>
              <td>
                {row.name}（{row.unit}）
              </td>
              <td data-label="各地分解">
                {row.parts.map(({ region, value }) => `${region.shortName} ${grouped(value)}`).join('、')}
              </td>
              <td data-label="合计" className="num">
                {grouped(row.sum)}
              </td>
              <td data-label="全区" className="num">
                {row.whole === null ? '未定' : grouped(row.whole)}
              </td>
              <td data-label="差额" className="num">
                <Gap gap={row.gap} />
              </td>
              <td data-label="尚未分解">{row.missing.map(({ shortName }) => shortName).join('、') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What each body will owe a quarter: said before adoption, because afterwards it is a duty. */
function Load({ list }: { list: YearListView }) {
  if (list.load.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="load">
      <h2 id="load">填报负担</h2>
      <p className="note">各单位每季度须报的数据条数（按月计三条，半年、全年折算）</p>
      <p>{list.load.map(({ body, perQuarter }) => `${body.name} ${perQuarter}`).join(' · ')}</p>
    </section>
  )
}

export function Arithmetic({ list }: { list: YearListView }) {
  return (
    <>
      <Breakdown list={list} />
      {list.shares
        .filter(({ percent }) => percent !== 100)
        .map((shares) => (
          <p key={shares.subject} className="warned" role="note">
            ※ {sharesText(list, shares)}
          </p>
        ))}
      <Load list={list} />
    </>
  )
}
