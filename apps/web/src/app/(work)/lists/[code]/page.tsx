import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CalendarDate } from '@lianxi/schema/decimal'
import { YearListInput } from '@lianxi/schema/views/year-list'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { ListPage } from '@/features/year-list/list-page'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '年度清单' }

/** The end of a day in Asia/Shanghai; a day that is none means now. */
const asOfDay = (on: string | undefined): string | null =>
  CalendarDate.safeParse(on).success ? `${on ?? ''}T15:59:59.999Z` : null

type Props = { params: Promise<{ code: string }>; searchParams: SearchParams }

export default async function Page({ params, searchParams }: Props) {
  const [{ code }, query] = await Promise.all([params, readQuery(searchParams)])
  const viewer = await getViewer(address(`/lists/${code}`, query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const input = YearListInput.safeParse({ zone: zone.code, list: code, asOf: asOfDay(query['on']) })
  const list = input.success ? await (await serverCaller()).yearList.one(input.data) : null
  if (list === null) notFound()
  return <ListPage list={list} query={query} />
}
