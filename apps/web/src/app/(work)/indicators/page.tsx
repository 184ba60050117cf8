import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IndicatorsInput } from '@lianxi/schema/views/indicator'
import { IndicatorsPage } from '@/features/indicator/indicators-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '指标与基期' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/indicators', query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const input = IndicatorsInput.safeParse({ zone: zone.code, q: query['q'], at: query['at'] })
  if (!input.success) notFound()
  const api = await serverCaller()
  const [view, asked] = await Promise.all([api.indicator.all(input.data), api.baseline.asked({ zone: zone.code })])
  return <IndicatorsPage view={view} asked={asked} adding={query['new'] !== undefined} />
}
