import type { Metadata } from 'next'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { MechanismPage } from '@/features/mechanism/mechanism-page'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '工作机制' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/mechanism', query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  return <MechanismPage view={await (await serverCaller()).yearList.mechanism({ zone: zone.code })} />
}
