import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AppliedInput } from '@lianxi/schema/views/applied'
import { AppliedPage } from '@/features/review/applied-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, hasRole, zoneOf } from '@/features/session/viewer'
import { NoOffice, NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '核对' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/review/applied', query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  if (!hasRole(viewer, 'secretariat', 'coordinator')) return <NoOffice />
  const { period, region, show } = query
  const input = AppliedInput.safeParse({
    ...{ zone: zone.code, period, show },
    ...(region !== '' && { region }),
  })
  if (!input.success) notFound()
  return <AppliedPage view={await (await serverCaller()).review.applied(input.data)} query={query} />
}
