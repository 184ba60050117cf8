import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LibraryInput } from '@lianxi/schema/views/library'
import { LibraryPage } from '@/features/library/library-page'
import { LIBRARY } from '@/features/library/words'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '项目储备库' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address(LIBRARY, query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const input = LibraryInput.safeParse({ ...query, zone: zone.code })
  if (!input.success) notFound()
  const list = await (await serverCaller()).library.list(input.data)
  return <LibraryPage zone={zone.code} list={list} query={query} />
}
