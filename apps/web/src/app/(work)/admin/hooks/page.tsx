import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HooksPage } from '@/features/admin/hooks/hooks-page'
import { getViewer, hasRole } from '@/features/session/viewer'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '通知接口' }

export default async function Page() {
  const viewer = await getViewer('/admin/hooks')
  if (!hasRole(viewer, 'admin')) notFound()
  const { admin } = await serverCaller()
  const [{ hooks }, { bodies }] = await Promise.all([admin.hooks.list(), admin.bodies()])
  return <HooksPage hooks={hooks} bodies={bodies} />
}
