import Link from 'next/link'
import type { BodyResponsibility, ResponsibilityView } from '@lianxi/schema/views/responsibility'
import { Pager } from '@/features/board/pager'
import { address, type Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { BodiesTable } from './bodies-table'
import { BodyTable } from './body-table'
import { PersonTable } from './person-table'
import { PlaceTable } from './place-table'
import { ResponsibilityFilters } from './responsibility-filters'
import { RESPONSIBILITY } from './words'

type Props = { view: ResponsibilityView; query: Query }

/** The way to a body's other items, where not all of them are here. */
function Others({ of, view, query }: Props & { of: BodyResponsibility }) {
  const { page, pageSize, bodies } = view
  if (of.total <= pageSize) return null
  if (bodies.length === 1) return <Pager {...{ path: RESPONSIBILITY, query, total: of.total, page, pageSize }} />
  return (
    <p className="note">
      共 {of.total} 项，以下为其中 {of.items.length} 项 ·{' '}
      <a className="link" data-soft href={address(RESPONSIBILITY, { year: view.year, body: of.body.code })}>
        查看全部
      </a>
    </p>
  )
}

function Nothing({ query }: { query: Query }) {
  const opened = query['body'] ?? query['region']
  if (opened === undefined)
    return <Empty title="该年度没有已下达的清单事项。">清单下达后，填报责任随即列在这里。</Empty>
  return <Empty title="该年度没有所选地区或单位承担的事项。">请选择其他地区或年度。</Empty>
}

/** What the filter left of an opened body, said on paper too. */
function Left({ view: { opened, period }, query }: Props) {
  if (opened === null || query['show'] === undefined) return null
  if (opened.missing > 0)
    return (
      <p className="note">
        以下为{period.label}尚未报送的 {opened.missing} 项
      </p>
    )
  return (
    <Empty title={`${period.label}没有尚未报送的事项。`}>
      请选择其他报告期，或
      <Link className="link" prefetch={false} href={address(RESPONSIBILITY, { ...query, show: undefined })}>
        查看全部事项
      </Link>
      。
    </Empty>
  )
}

/** What is opened: a region or a body, in words. */
function openedIn({ places, bodies }: ResponsibilityView, { region, body }: Query): string {
  const place = places.find(({ code }) => code === region)?.name
  const opened = body === undefined ? place : (bodies[0]?.body.name ?? place)
  return opened === undefined ? '' : ` · ${opened}`
}

/** 责任落实: who has what, by body and by person, and whether it was reported; facts without rates or ranks. */
export function ResponsibilityPage({ view, query }: Props) {
  const { bodies, counted, period } = view
  return (
    <>
      <PageHead
        title={`${view.zone.name}${view.year}年责任落实${openedIn(view, query)}`}
        note={
          <p className="note">
            按已下达的年度清单列出各单位、各责任人承担的事项；填报情况只列事实，
            {view.wholeZone ? '各地区的都列出' : '只列本地区和所辖地区的'}
          </p>
        }
      />
      <ResponsibilityFilters view={view} query={query} />
      {bodies.length === 0 && !counted?.places?.length && !counted?.bodies?.length ? <Nothing query={query} /> : null}
      {bodies.map((body) => (
        <BodyTable key={body.body.code} of={body} folded={bodies.length > 1 && !body.own}>
          <Left view={view} query={query} />
          <Others of={body} view={view} query={query} />
        </BodyTable>
      ))}
      <PersonTable persons={view.persons} />
      {counted?.places ? <PlaceTable places={counted.places} label={period.label} query={query} /> : null}
      {counted?.bodies ? <BodiesTable bodies={counted.bodies} label={period.label} query={query} /> : null}
    </>
  )
}
