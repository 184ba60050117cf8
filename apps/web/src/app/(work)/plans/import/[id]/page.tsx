import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlanImportInput } from '@lianxi/schema/views/plan-import'
import { ImportPage } from '@/features/plans/import-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, hasRole, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '导入规划' }

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default async function Page({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, readQuery(searchParams)])
  const viewer = await getViewer(address(`/plans/import/${id}`, query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const input = PlanImportInput.safeParse({ zone: zone.code, id })
  if (!input.success || !hasRole(viewer, 'secretariat', 'coordinator')) notFound()
  const view = await (await serverCaller()).plan.import(input.data)
  if (view === null) notFound()
  return <ImportPage view={view} />
}
