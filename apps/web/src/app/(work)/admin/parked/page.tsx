import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ParkedInput } from '@lianxi/schema/views/parked'
import { ParkedPage } from '@/features/parked/parked-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, hasRole } from '@/features/session/viewer'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '待处理消息' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/admin/parked', query))
  const input = ParkedInput.safeParse(query)
  if (!hasRole(viewer, 'admin') || !input.success) notFound()
  const { sort: _sort, direction: _direction, page: _page, pageSize: _pageSize, ...filter } = input.data
  const list = await (await serverCaller()).admin.parked.list(input.data)
  return <ParkedPage list={list} filter={filter} query={query} />
}
