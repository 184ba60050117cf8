import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OfficeGridInput } from '@lianxi/schema/views/office-grid'
import { GridPage } from '@/features/report-grid/grid-page'
import { gridPath } from '@/features/report-grid/links'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, officeOf } from '@/features/session/viewer'
import { NoOffice } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '表格填报' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address(gridPath, query))
  const office = officeOf(viewer, ['reporter', 'coordinator'], query)
  if (office === undefined) return <NoOffice />
  const { zone, region } = office
  const input = OfficeGridInput.safeParse({ zone, region, period: query['period'] })
  if (!input.success) notFound()
  const grid = await (await serverCaller()).office.grid(input.data)
  return <GridPage zone={zone} userId={viewer.user.id} grid={grid} />
}
