import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlanInput } from '@lianxi/schema/views/plan-import'
import { PlanPage } from '@/features/plans/plan-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '规划' }

type Props = { params: Promise<{ code: string }>; searchParams: SearchParams }

export default async function Page({ params, searchParams }: Props) {
  const [{ code }, query] = await Promise.all([params, readQuery(searchParams)])
  const viewer = await getViewer(address(`/plans/${code}`, query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const input = PlanInput.safeParse({ zone: zone.code, plan: code })
  const view = input.success ? await (await serverCaller()).plan.one(input.data) : null
  if (view === null) notFound()
  return <PlanPage view={view} />
}
