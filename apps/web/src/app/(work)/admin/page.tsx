import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountsInput } from '@lianxi/schema/views/admin'
import { AccountsPage } from '@/features/admin/accounts-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, hasRole } from '@/features/session/viewer'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '账号' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/admin', query))
  const input = AccountsInput.safeParse(query)
  if (!hasRole(viewer, 'admin') || !input.success) notFound()
  const api = await serverCaller()
  const [list, { bodies }] = await Promise.all([api.admin.accounts.list(input.data), api.admin.bodies()])
  return <AccountsPage list={list} bodies={bodies} query={query} />
}
