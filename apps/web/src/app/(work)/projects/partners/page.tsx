import type { Metadata } from 'next'
import { timeOf } from '@/features/board/links'
import { refusedTime } from '@/features/board/refused-time'
import { PartnersPage } from '@/features/partner/partners-page'
import { PARTNERS } from '@/features/partner/words'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '跨经济区合作' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address(PARTNERS, query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const refused = await refusedTime(zone.code, PARTNERS, query)
  if (refused !== null) return refused
  const view = await (await serverCaller()).partner.all({ zone: zone.code, asOf: timeOf(query).asOf })
  return <PartnersPage view={view} query={query} />
}
