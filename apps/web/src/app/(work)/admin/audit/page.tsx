import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AuditInput } from '@lianxi/schema/views/audit'
import { AuditPage } from '@/features/admin/audit-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, hasRole } from '@/features/session/viewer'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '审计记录' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/admin/audit', query))
  const input = AuditInput.safeParse(query)
  if (!hasRole(viewer, 'admin') || !input.success) notFound()
  const list = await (await serverCaller()).admin.audit(input.data)
  return <AuditPage list={list} query={query} />
}
