import Link from 'next/link'
import type { PublicZone } from '@lianxi/schema/views/public'
import { FilterSearch } from '@/features/board/filter-fields'
import b from '@/features/board/board.module.css'
import { momentOf } from '@/features/ui/format'
import { Empty, PageHead } from '@/features/shell/page-head'
import { itemsHref, listHref, PUBLIC, regionHref } from './links'
import { OpenLinks } from './open-links'
import s from './public.module.css'

/** What a zone makes public: its lists by year, and its regions. */
export function PublicZonePage({ zone: { zone, stamp, lists, regions } }: { zone: PublicZone }) {
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
            <FilterSearch label="名称或编号" value={undefined} />
            <button type="submit">查找</button>
          </form>
          <section className={b.section} aria-labelledby="lists">
            <h2 id="lists">年度清单</h2>
            <ul className={s.list}>
              {lists.map((list) => (
                <li key={list.code}>
                  <Link href={listHref(zone.code, list.code)} prefetch={false}>
                    {list.name}
                  </Link>
                  <span className="sub">
                    {list.adoptedOn} 下达，依据：{list.adoptedBy}；公开 {list.items} 项
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <section className={b.section} aria-labelledby="regions">
            <h2 id="regions">按地区查看</h2>
            <ul className={s.list}>
              {regions.map((region) => (
                <li key={region.code}>
                  <Link href={regionHref(zone.code, region.code)} prefetch={false}>
                    {region.name}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      <OpenLinks zone={zone.code} />
    </>
  )
}
