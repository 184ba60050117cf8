import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OverviewInput } from '@lianxi/schema/views/overview'
import { timeOf } from '@/features/board/links'
import { OverviewPage } from '@/features/board/overview-page'
import { refusedTime } from '@/features/board/refused-time'
import { soon } from '@/features/board/soon'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '总览' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/board', query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const refused = await refusedTime(zone.code, '/board', query)
  if (refused !== null) return refused
  const input = OverviewInput.safeParse({ zone: zone.code, period: query['period'], ...timeOf(query) })
  if (!input.success) notFound()
  const api = await serverCaller()
  const [overview, changes] = await Promise.all([
    api.board.overview(input.data),
    soon(api.board.changes({ zone: zone.code, ...timeOf(query), pageSize: 10 })),
  ])
  return <OverviewPage overview={overview} changes={changes} query={query} />
}
