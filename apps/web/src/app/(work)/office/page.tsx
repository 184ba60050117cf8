import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DueListInput, FormInput } from '@lianxi/schema/views/office'
import { OfficePage } from '@/features/office/office-page'
import { address, type Query, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, officeOf, type Office } from '@/features/session/viewer'
import { NoOffice } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '我的填报' }

/** The open line of the address; one that cannot be anybody's duty is told on the page, not by an error. */
async function findForm(office: Office, query: Query) {
  const key = FormInput.safeParse({
    zone: office.zone,
    region: office.region,
    subject: query['subject'],
    period: query['at'] ?? query['period'],
  })
  if (!key.success) return null
  const api = await serverCaller()
  const [form, evidence] = await Promise.all([api.office.form(key.data), api.evidence.list(key.data)])
  return form === null ? null : { form, evidence }
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/office', query))
  const office = officeOf(viewer, ['reporter', 'coordinator', 'approver'], query)
  if (office === undefined) return <NoOffice />
  const { subject, at: _at, ...filters } = query
  const input = DueListInput.safeParse({ ...filters, zone: office.zone, region: office.region })
  if (!input.success) notFound()
  const api = await serverCaller()
  const { zone, region } = office
  const mayWrite = officeOf(viewer, ['reporter', 'coordinator'], query) !== undefined
  const [list, open, parked, asked] = await Promise.all([
    api.office.dueList(input.data),
    subject === undefined ? null : findForm(office, query),
    api.office.parked.count({ zone, region }),
    api.baseline.asked({ zone, region }),
  ])
  const shown = { zone, region, period: list.period.period }
  const [sheets, asks] = await Promise.all([mayWrite ? api.office.sheet.all(shown) : null, api.duty.asks(shown)])
  return (
    <OfficePage
      zone={zone}
      userId={viewer.user.id}
      mayWrite={mayWrite}
      query={query}
      list={list}
      open={open}
      parked={parked.open}
      sheets={sheets}
      asked={asked}
      asks={asks}
    />
  )
}
