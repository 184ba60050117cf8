import type { Metadata } from 'next'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { ListsPage } from '@/features/year-list/lists-page'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '年度清单' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/lists', query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const api = await serverCaller()
  return <ListsPage all={await api.yearList.all({ zone: zone.code })} plan={query['plan']} />
}
