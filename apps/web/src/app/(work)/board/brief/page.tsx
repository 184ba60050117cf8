import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OverviewInput } from '@lianxi/schema/views/overview'
import { timeOf } from '@/features/board/links'
import type { ListedKind } from '@/features/brief/changed'
import { refusedTime } from '@/features/board/refused-time'
import { BRIEF, BriefPage } from '@/features/brief/brief-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '要情' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address(BRIEF, query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const refused = await refusedTime(zone.code, BRIEF, query)
  if (refused !== null) return refused
  const input = OverviewInput.safeParse({ zone: zone.code, period: query['period'], ...timeOf(query) })
  if (!input.success) notFound()
  const api = await serverCaller()
  const changed = (change: ListedKind) => api.board.changes({ zone: zone.code, ...timeOf(query), pageSize: 10, change })
  const [overview, worse, better, opened, closed] = await Promise.all([
    api.board.overview(input.data),
    changed('worse'),
    changed('better'),
    changed('matter-opened'),
    changed('matter-closed'),
  ])
  const changes = { worse, better, 'matter-opened': opened, 'matter-closed': closed }
  return <BriefPage {...{ overview, changes, query }} />
}
