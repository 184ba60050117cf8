import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChangesInput } from '@lianxi/schema/views/changes'
import { ChangesPage } from '@/features/board/changes-page'
import { refusedTime } from '@/features/board/refused-time'
import { CHANGES } from '@/features/board/since'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '变化' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address(CHANGES, query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const refused = await refusedTime(zone.code, CHANGES, query)
  if (refused !== null) return refused
  const input = ChangesInput.safeParse({ ...query, zone: zone.code })
  if (!input.success) notFound()
  return <ChangesPage changes={await (await serverCaller()).board.changes(input.data)} query={query} />
}
