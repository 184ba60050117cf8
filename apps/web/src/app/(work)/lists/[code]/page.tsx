import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { YearListInput } from '@lianxi/schema/views/year-list'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { ListPage } from '@/features/year-list/list-page'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '年度清单' }

type Props = { params: Promise<{ code: string }>; searchParams: SearchParams }

export default async function Page({ params, searchParams }: Props) {
  const [{ code }, query] = await Promise.all([params, readQuery(searchParams)])
  const viewer = await getViewer(address(`/lists/${code}`, query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const input = YearListInput.safeParse({ zone: zone.code, list: code })
  const list = input.success ? await (await serverCaller()).yearList.one(input.data) : null
  if (list === null) notFound()
  return <ListPage list={list} query={query} />
}
