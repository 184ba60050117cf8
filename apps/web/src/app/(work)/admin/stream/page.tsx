import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StreamPage } from '@/features/admin/stream-page'
import { getViewer, hasRole } from '@/features/session/viewer'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '运行状态' }

export default async function Page() {
  const viewer = await getViewer('/admin/stream')
  if (!hasRole(viewer, 'admin')) notFound()
  const api = await serverCaller()
  return <StreamPage status={await api.admin.stream()} />
}
