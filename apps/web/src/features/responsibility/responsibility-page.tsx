import type { BodyResponsibility, ResponsibilityView } from '@lianxi/schema/views/responsibility'
import type { Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { FilterLinks } from '@/features/ui/filter-links'
import { BodyTable } from './body-table'
import { PersonTable } from './person-table'

const PATH = '/responsibility'

/** What is shown: one region's bodies, or all. */
const shown = (view: ResponsibilityView, query: Query): BodyResponsibility[] =>
  view.bodies.filter(({ region }) => query['region'] === undefined || region?.code === query['region'])

function Filters({ view, query }: { view: ResponsibilityView; query: Query }) {
  const regions = new Map(view.bodies.flatMap(({ region }) => (region === null ? [] : [[region.code, region]])))
  return (
    <>
      <FilterLinks
        {...{ path: PATH, query, name: 'year', label: '年度', current: String(view.year) }}
        choices={view.years.map((year) => [String(year), `${year}年`] as const)}
      />
      <FilterLinks
        {...{ path: PATH, query, name: 'region', label: '按地区筛选' }}
        choices={[
          [undefined, '全部'],
          ...[...regions.values()].map(({ code, shortName }) => [code, shortName] as const),
        ]}
      />
    </>
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
      <Filters view={view} query={query} />
      {bodies.length === 0 ? (
        <Empty title="该年度没有已下达的清单事项。">清单下达后，填报责任随即列在这里。</Empty>
      ) : (
        bodies.map((body) => <BodyTable key={body.body.code} of={body} />)
      )}
      <PersonTable bodies={bodies} />
    </>
  )
}
