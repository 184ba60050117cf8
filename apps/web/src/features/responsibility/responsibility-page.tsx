import Link from 'next/link'
import type { BodyResponsibility, ResponsibilityView } from '@lianxi/schema/views/responsibility'
import { address, type Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { BodyTable } from './body-table'
import { PersonTable } from './person-table'
import s from '@/features/year-list/year-list.module.css'

const PATH = '/responsibility'

/** What is shown: one region's bodies, or all. */
const shown = (view: ResponsibilityView, query: Query): BodyResponsibility[] =>
  view.bodies.filter(({ region }) => query['region'] === undefined || region?.code === query['region'])

function Years({ view, query }: { view: ResponsibilityView; query: Query }) {
  return (
    <nav className={`${s.filters ?? ''} no-print`} aria-label="年度">
      {view.years.map((year) => (
        <Link
          key={year}
          href={address(PATH, { ...query, year })}
          prefetch={false}
          aria-current={year === view.year ? 'true' : undefined}
        >
          {year}年
        </Link>
      ))}
    </nav>
  )
}

function Regions({ view, query }: { view: ResponsibilityView; query: Query }) {
  const regions = new Map(view.bodies.flatMap(({ region }) => (region === null ? [] : [[region.code, region]])))
  const current = (code: string | undefined) => (query['region'] === code ? ('true' as const) : undefined)
  return (
    <nav className={`${s.filters ?? ''} no-print`} aria-label="按地区筛选">
      <Link href={address(PATH, { ...query, region: undefined })} prefetch={false} aria-current={current(undefined)}>
        全部
      </Link>
      {[...regions.values()].map(({ code, shortName }) => (
        <Link key={code} href={address(PATH, { ...query, region: code })} prefetch={false} aria-current={current(code)}>
          {shortName}
        </Link>
      ))}
    </nav>
  )
}

/** 责任落实: who has what, by body and by person; facts without a count against anybody. */
export function ResponsibilityPage({ view, query }: { view: ResponsibilityView; query: Query }) {
  const bodies = shown(view, query)
  return (
    <>
      <PageHead
        title={`${view.zone.name}${view.year}年责任落实`}
        note={
          <p className="note">
            按已下达的年度清单列出各单位、各责任人承担的事项；填报情况只列事实，他地区的填报情况由其本地区和联席会议办公室查看
          </p>
        }
      />
      <Years view={view} query={query} />
      <Regions view={view} query={query} />
      {bodies.length === 0 ? (
        <Empty title="该年度没有已下达的清单事项。">清单下达后，填报责任随即列在这里。</Empty>
      ) : (
        bodies.map((body) => <BodyTable key={body.body.code} of={body} />)
      )}
      <PersonTable bodies={bodies} />
    </>
  )
}
