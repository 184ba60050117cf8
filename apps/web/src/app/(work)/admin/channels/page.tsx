import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CHANNELS, ChannelsPage } from '@/features/admin/channels/channels-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, hasRole } from '@/features/session/viewer'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '通道与凭据' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address(CHANNELS, query))
  if (!hasRole(viewer, 'admin')) notFound()
  return <ChannelsPage channels={await (await serverCaller()).admin.channels.list()} query={query} />
}
