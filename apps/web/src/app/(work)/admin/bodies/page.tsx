import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BodiesInput } from '@lianxi/schema/views/bodies'
import { BodiesPage } from '@/features/admin/bodies/bodies-page'
import { BODIES } from '@/features/admin/bodies/links'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, hasRole } from '@/features/session/viewer'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '单位' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address(BODIES, query))
  if (!hasRole(viewer, 'admin')) notFound()
  const input = BodiesInput.safeParse({ zone: query['zone'], body: query['body'] })
  if (!input.success) notFound()
  return <BodiesPage view={await (await serverCaller()).admin.body.view(input.data)} />
}
