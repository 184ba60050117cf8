import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChannelsPage } from '@/features/admin/channels/channels-page'
import { getViewer, hasRole } from '@/features/session/viewer'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '通道与凭据' }

export default async function Page() {
  const viewer = await getViewer('/admin/channels')
  if (!hasRole(viewer, 'admin')) notFound()
  return <ChannelsPage channels={await (await serverCaller()).admin.channels.list()} />
}
