import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReportSheetViewInput } from '@lianxi/schema/views/report-sheet'
import { SheetPage } from '@/features/report-sheet/sheet-page'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, officeOf } from '@/features/session/viewer'
import { NoOffice } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '报送表' }

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default async function Page({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, readQuery(searchParams)])
  const viewer = await getViewer(address(`/office/sheets/${id}`, query))
  const office = officeOf(viewer, ['reporter', 'coordinator'], query)
  if (office === undefined) return <NoOffice />
  const input = ReportSheetViewInput.safeParse({ zone: office.zone, region: office.region, id })
  if (!input.success) notFound()
  const view = await (await serverCaller()).office.sheet.view(input.data)
  if (view === null) notFound()
  return <SheetPage view={view} />
}
