import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListPlanInput } from '@lianxi/schema/views/year-list'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { TakePage } from '@/features/year-list/take-page'
import { listPlanHref } from '@/features/year-list/words'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '从规划列入' }

type Props = { params: Promise<{ code: string }>; searchParams: SearchParams }

export default async function Page({ params, searchParams }: Props) {
  const [{ code }, query] = await Promise.all([params, readQuery(searchParams)])
  const viewer = await getViewer(address(listPlanHref(code), query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const { plan, field, region } = query
  const input = ListPlanInput.safeParse({ zone: zone.code, list: code, plan, field, region })
  const view = input.success ? await (await serverCaller()).yearList.plan(input.data) : null
  if (view === null) notFound()
  return <TakePage view={view} query={query} />
}
