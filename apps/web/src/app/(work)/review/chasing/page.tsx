import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChasingInput } from '@lianxi/schema/views/chasing'
import { ChasingPage } from '@/features/chasing/chasing-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, hasRole, zoneOf } from '@/features/session/viewer'
import { NoOffice, NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '催报' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/review/chasing', query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  if (!hasRole(viewer, 'secretariat', 'coordinator', 'reporter', 'approver')) return <NoOffice />
  const { period, show } = query
  const input = ChasingInput.safeParse({ zone: zone.code, period, show })
  if (!input.success) notFound()
  return <ChasingPage view={await (await serverCaller()).duty.chasing(input.data)} query={query} />
}
