import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OverviewInput } from '@lianxi/schema/views/overview'
import { timeOf } from '@/features/board/links'
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
  const changed = { zone: zone.code, ...timeOf(query), pageSize: 10 }
  const [overview, worse, better] = await Promise.all([
    api.board.overview(input.data),
    api.board.changes({ ...changed, change: 'worse' }),
    api.board.changes({ ...changed, change: 'better' }),
  ])
  return <BriefPage {...{ overview, worse, better, query }} />
}
