import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ParkedInput } from '@lianxi/schema/views/admin'
import { ParkedPage } from '@/features/admin/parked-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, hasRole } from '@/features/session/viewer'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '待处理消息' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/admin/parked', query))
  const input = ParkedInput.safeParse(query)
  if (!hasRole(viewer, 'admin') || !input.success) notFound()
  const list = await (await serverCaller()).admin.parked(input.data)
  return <ParkedPage list={list} query={query} />
}
