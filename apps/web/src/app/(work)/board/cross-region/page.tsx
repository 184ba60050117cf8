import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MatrixInput } from '@lianxi/schema/views/matrix'
import { CROSS_REGION } from '@/features/board/links'
import { MatrixPage } from '@/features/board/matrix-page'
import { refusedTime } from '@/features/board/refused-time'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '跨区域项目对照' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address(CROSS_REGION, query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const refused = await refusedTime(zone.code, CROSS_REGION, query)
  if (refused !== null) return refused
  const input = MatrixInput.safeParse({ ...query, zone: zone.code })
  if (!input.success) notFound()
  return <MatrixPage matrix={await (await serverCaller()).board.crossRegion(input.data)} query={query} />
}
