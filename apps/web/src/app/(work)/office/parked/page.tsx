import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnParkedInput } from '@lianxi/schema/views/parked'
import { OwnParkedPage } from '@/features/parked/own-parked-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, officeOf } from '@/features/session/viewer'
import { NoOffice } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '未入库消息' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/office/parked', query))
  const office = officeOf(viewer, ['reporter', 'coordinator', 'approver'], query)
  if (office === undefined) return <NoOffice />
  const input = OwnParkedInput.safeParse({ ...query, zone: office.zone, region: office.region })
  if (!input.success) notFound()
  const list = await (await serverCaller()).office.parked.list(input.data)
  return <OwnParkedPage zone={office.zone} list={list} query={query} />
}
