import Link from 'next/link'
import type { PublicZone } from '@lianxi/schema/views/public'
import { FilterSearch, FilterSelect, named } from '@/features/board/filter-fields'
import b from '@/features/board/board.module.css'
import type { Query } from '@/features/session/search'
import { FilterLinks } from '@/features/ui/filter-links'
import { momentOf } from '@/features/ui/format'
import { underParents } from '@/features/ui/under-parents'
import { Empty, PageHead } from '@/features/shell/page-head'
import { itemsHref, listHref, PUBLIC, regionHref, zoneHref } from './links'
import { OpenLinks } from './open-links'
import s from './public.module.css'

/** More lists than these are shown a year at a time: in a province every county has one a year. */
const MOST_LISTS = 60

/** Every year where they are few; else the one that was chosen, or the latest. */
function yearOf({ lists, years }: PublicZone, query: Query): number | undefined {
  if (lists.length <= MOST_LISTS) return undefined
  return years.find((year) => String(year) === query['year']) ?? years[0]
}

function Lists({ view, query }: { view: PublicZone; query: Query }) {
  const { zone, lists, years } = view
  const shown = yearOf(view, query)
  return (
    <section className={b.section} aria-labelledby="lists">
      <h2 id="lists">年度清单</h2>
      {shown === undefined ? null : (
        <FilterLinks
          path={zoneHref(zone.code)}
          query={query}
          name="year"
          label="年度"
          current={String(shown)}
          choices={years.map((year) => [String(year), `${year}年`])}
        />
      )}
      <ul className={s.list}>
        {lists
          .filter(({ year }) => shown === undefined || year === shown)
          .map((list) => (
            <li key={list.code}>
              <a data-soft href={listHref(zone.code, list.code)}>
                {list.name}
              </a>
              <span className="sub">
                {list.adoptedOn} 下达，依据：{list.adoptedBy}；公开 {list.items} 项
              </span>
            </li>
          ))}
      </ul>
    </section>
  )
}

type RegionsProps = { zone: string; regions: PublicZone['regions'] }

/** Counties beside their folded summary, not in it: paper shows them whatever the browser, and without a script. */
function Regions({ zone, regions }: RegionsProps) {
  const link = ({ code, name }: RegionsProps['regions'][number]) => (
    <a data-soft href={regionHref(zone, code)}>
      {name}
    </a>
  )
  return (
    <section className={b.section} aria-labelledby="regions">
      <h2 id="regions">按地区查看</h2>
      <ul className={s.list}>
        {underParents(regions, (region) => region).map(({ one, inside }) => (
          <li key={one.code} className={s.region}>
            {link(one)}
            {inside.length === 0 ? null : (
              <>
                <details className="no-print">
                  <summary>所辖 {inside.length} 个地区</summary>
                </details>
                <ul>
                  {inside.map((region) => (
                    <li key={region.code}>{link(region)}</li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a zone makes public: its lists by year, and its regions, which stand first where the lists are many. */
export function PublicZonePage({ zone: view, query }: { zone: PublicZone; query: Query }) {
  const { zone, stamp, lists, regions } = view
  const isMany = lists.length > MOST_LISTS
  return (
    <>
      <PageHead
        title={`${zone.name}公开信息`}
        note={
          <p className="note">
            数据截至 {momentOf(stamp)} · <Link href={PUBLIC}>其他经济区</Link>
          </p>
        }
      />
      {lists.length === 0 ? (
        <Empty title="这个经济区目前没有公开事项。">清单下达、数据审核发布以后在这里列出。</Empty>
      ) : (
        <>
          <form className={`${b.filters ?? ''} no-print`} action={itemsHref(zone.code)} method="get" role="search">
            <FilterSelect name="region" label="地区" options={named(regions)} value={undefined} all="全部" />
            <FilterSearch label="名称或编号" value={undefined} />
            <button type="submit">查找</button>
          </form>
          {isMany ? null : <Lists view={view} query={query} />}
          <Regions zone={zone.code} regions={regions} />
          {isMany ? <Lists view={view} query={query} /> : null}
        </>
      )}
      <OpenLinks zone={zone.code} />
    </>
  )
}
