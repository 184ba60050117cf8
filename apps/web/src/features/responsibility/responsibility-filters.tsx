import Link from 'next/link'
import type { ResponsibilityView } from '@lianxi/schema/views/responsibility'
import b from '@/features/board/board.module.css'
import { FilterSelect, named } from '@/features/board/filter-fields'
import { address, type Query } from '@/features/session/search'
import { FilterLinks } from '@/features/ui/filter-links'
import { RESPONSIBILITY } from './words'

/** As many places can be chosen by a link each. */
const FEW_PLACES = 12

type Props = { view: ResponsibilityView; query: Query }

export const isLarge = ({ counted, places }: ResponsibilityView): boolean =>
  counted !== null || places.length > FEW_PLACES

/** The place that is opened, or the opened body's. */
const placeIn = ({ bodies: [first] }: ResponsibilityView, { region, body }: Query): string | undefined =>
  region ?? (body === undefined ? undefined : first?.region?.code)

/** The region, and the period where reports of one are counted; of an opened body the period alone. */
function Choice({ view, query }: Props) {
  const { counted, opened, places, year } = view
  const { body, show } = query
  const periods = view.periods.map(({ period, label }) => ({ value: period, label }))
  return (
    <form
      action={RESPONSIBILITY}
      method="get"
      className={`${b.filters ?? ''} no-print`}
      role="search"
      aria-label="筛选"
    >
      <input type="hidden" name="year" value={year} />
      {opened === null ? (
        <FilterSelect name="region" label="地区" options={named(places)} value={placeIn(view, query)} all="全部" />
      ) : (
        <>
          <input type="hidden" name="body" value={body} />
          {show === undefined ? null : <input type="hidden" name="show" value={show} />}
        </>
      )}
      {(counted === null && opened === null) || periods.length === 0 ? null : (
        <FilterSelect name="period" label="填报情况的报告期" options={periods} value={view.period.period} />
      )}
      <button type="submit">查看</button>
    </form>
  )
}

/** From an opened body back to its region, and from there to all. */
function Trail({ view, query }: Props) {
  const { body, region, period } = query
  const at = placeIn(view, query)
  const place = view.places.find(({ code }) => code === at)
  const to = { year: view.year, period }
  if (body === undefined && region === undefined) return null
  return (
    <p className="note no-print">
      <Link className="link" href={address(RESPONSIBILITY, to)} prefetch={false}>
        全部地区
      </Link>
      {body === undefined || place === undefined ? null : (
        <>
          {' › '}
          <Link className="link" href={address(RESPONSIBILITY, { ...to, region: place.code })} prefetch={false}>
            {place.name}
          </Link>
        </>
      )}
    </p>
  )
}

/** All that an opened body has, or what it has not reported. */
function FiledLinks({ view: { opened, period }, query }: Props) {
  if (opened === null) return null
  return (
    <FilterLinks
      {...{ path: RESPONSIBILITY, query: { ...query, page: undefined }, name: 'show', label: '按填报情况筛选' }}
      choices={[
        [undefined, `全部 ${opened.items}`],
        ['missing', `${period.label}尚未报送 ${opened.missing}`],
      ]}
    />
  )
}

/** The year, and whose items: a link each in a zone of a few regions. */
export function ResponsibilityFilters({ view, query }: Props) {
  const large = isLarge(view)
  const kept = { ...query, page: undefined }
  return (
    <>
      {large || view.opened !== null ? <Choice view={view} query={query} /> : null}
      <FilterLinks
        {...{ path: RESPONSIBILITY, name: 'year', label: '年度', current: String(view.year) }}
        query={{ ...kept, period: undefined }}
        choices={view.years.map((year) => [String(year), `${year}年`] as const)}
      />
      {large ? (
        <Trail view={view} query={query} />
      ) : (
        <FilterLinks
          {...{
            path: RESPONSIBILITY,
            query: { ...kept, body: undefined, show: undefined },
            name: 'region',
            label: '按地区筛选',
          }}
          choices={[[undefined, '全部'], ...view.places.map(({ code, name }) => [code, name] as const)]}
        />
      )}
      <FiledLinks view={view} query={query} />
    </>
  )
}
