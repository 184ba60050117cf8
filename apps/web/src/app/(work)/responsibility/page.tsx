import type { Metadata } from 'next'
import { ResponsibilityInput } from '@lianxi/schema/views/responsibility'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { ResponsibilityPage } from '@/features/responsibility/responsibility-page'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '责任落实' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/responsibility', query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const asked = ResponsibilityInput.safeParse({ zone: zone.code, year: Number(query['year'] ?? 'NaN') })
  const input = asked.success ? asked.data : { zone: zone.code, year: null }
  const view = await (await serverCaller()).yearList.responsibility(input)
  return <ResponsibilityPage view={view} query={query} />
}
