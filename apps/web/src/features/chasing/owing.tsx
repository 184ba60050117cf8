import type { OwingBody } from '@lianxi/schema/views/chasing'
import { Drawn } from '@/features/drawn/drawn'
import { address, type Query } from '@/features/session/search'
import { byCity, sumOf } from './by-city'
import s from './chasing.module.css'
import { CHASING, contactsOf, reminded } from './words'

type Props = { owing: OwingBody[]; query: Query; now: string }

function Table({ owing, query, now }: Props) {
  return (
    <table className={`${s.owing ?? ''} cards`}>
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col" className="num">
            尚未报送
          </th>
          <th scope="col" className="num">
            其中逾期
          </th>
          <th scope="col" className="num">
            待本单位审核
          </th>
          <th scope="col">联系人</th>
          <th scope="col">最近提醒</th>
        </tr>
      </thead>
      <tbody>
        {owing.map((one) => (
          <tr key={`${one.body.code} ${one.region.code}`} data-key={`${one.body.code} ${one.region.code}`}>
            <th scope="row">
              <a href={address(CHASING, { ...query, body: one.body.code })}>{one.body.name}</a>
            </th>
            <td data-label="尚未报送" className="num">
              {one.missing}
            </td>
            <td data-label="其中逾期" className="num">
              {one.overdue}
            </td>
            <td data-label="待本单位审核" className="num">
              {one.awaiting}
            </td>
            <td data-label="联系人">{contactsOf(one)}</td>
            <td data-label="最近提醒" className="nowrap">
              {reminded(one.lastReminderAt, now)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cities({ owing, query, now }: Props) {
  const cities = byCity(owing)
  const isOpen = cities.length === 1 || query['open'] === 'all'
  return cities.map(({ city, of }) => (
    <details
      key={city.code}
      data-key={`${city.code} ${isOpen ? 'open' : ''}`}
      className={`${s.city ?? ''} keep`}
      open={isOpen}
    >
      <summary>
        <b>{city.name}</b> {of.length} 个单位 {sumOf(of, 'missing')} 项尚未报送，其中逾期 {sumOf(of, 'overdue')} 项、
        待本单位审核 {sumOf(of, 'awaiting')} 项
      </summary>
      {cities.length === 1 ? null : (
        <p className="note no-print">
          <a href={address(CHASING, { ...query, region: city.code })}>只列{city.name}及所辖地区</a>
        </p>
      )}
      <Table owing={of} query={query} now={now} />
    </details>
  ))
}

/** More is missing than a page has room for: how much each body owes, under its city; a body is opened by itself. */
export function Owing(props: Props) {
  const { owing, query, now } = props
  if (owing.length === 0) return null
  return (
    <section className={s.body} aria-labelledby="owing">
      <h2 id="owing">各单位尚未报送</h2>
      <p className="note no-print">
        点单位名称，查看其尚未报送的事项、催报文字，发通知催报或延期；全部事项见“导出 Excel”。
        {query['open'] === 'all' ? null : (
          <>
            打印前请
            <a href={address(CHASING, { ...query, open: 'all' })} data-soft>
              全部展开
            </a>
            。
          </>
        )}
      </p>
      <Drawn what="owing" of={owing} also={[query, now]}>
        <Cities {...props} />
      </Drawn>
    </section>
  )
}
