import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormInput } from '@lianxi/schema/views/office'
import { FormPanel } from '@/features/office/form-panel'
import s from '@/features/office/office.module.css'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, officeOf } from '@/features/session/viewer'
import { Empty, PageHead } from '@/features/shell/page-head'
import { NoOffice } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '填报与更正' }

/** One report on a page of its own: for corrections of past periods and for links from elsewhere. */
export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ code: string }>
  searchParams: SearchParams
}) {
  const [{ code }, query] = await Promise.all([params, readQuery(searchParams)])
  const viewer = await getViewer(address(`/office/subject/${code}`, query))
  const office = officeOf(viewer, ['reporter', 'coordinator', 'approver'], query)
  if (office === undefined) return <NoOffice />
  const api = await serverCaller()
  const period = query['period'] ?? (await api.board.periods({ zone: office.zone })).current
  const key = FormInput.safeParse({ zone: office.zone, region: office.region, subject: code, period })
  if (!key.success) notFound()
  const [form, evidence] = await Promise.all([api.office.form(key.data), api.evidence.list(key.data)])
  const list = address('/office', { period: key.data.period })
  return (
    <div className={s.alone}>
      <PageHead title={`${office.regionName}填报与更正`} />
      {form === null ? (
        <Empty title="本单位没有这个事项在该报告期的填报责任，不能填报。">请回到“我的填报”，从清单中选择。</Empty>
      ) : (
        <FormPanel form={form} evidence={evidence} userId={viewer.user.id} list={list} previous={null} next={null} />
      )}
    </div>
  )
}
