import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { periodLabel } from '@lianxi/schema/period'
import { FormInput } from '@lianxi/schema/views/office'
import type { SessionView } from '@lianxi/schema/views/session'
import { FormPanel } from '@/features/office/form-panel'
import s from '@/features/office/office.module.css'
import { address, type Query, readQuery, type SearchParams } from '@/features/session/search'
import { getSession, getViewer, type Office, officeOf } from '@/features/session/viewer'
import { Empty, PageHead } from '@/features/shell/page-head'
import { NoOffice } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'
import { once } from '@/server/once'

type Props = { params: Promise<{ code: string }>; searchParams: SearchParams }

const TITLE = '填报与更正'

const ownOffice = (session: SessionView, query: Query) =>
  officeOf(session, ['reporter', 'coordinator', 'approver'], query)

/** Null: an address that can be nobody's report. */
const read = once(async (asked: Pick<Office, 'zone' | 'region'> & { subject: string; period: string | undefined }) => {
  const api = await serverCaller()
  const period = asked.period ?? (await api.board.periods({ zone: asked.zone })).current
  const key = FormInput.safeParse({ zone: asked.zone, region: asked.region, subject: asked.subject, period })
  if (!key.success) return null
  const [form, evidence] = await Promise.all([api.office.form(key.data), api.evidence.list(key.data)])
  return { key: key.data, form, evidence }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ code: subject }, query, session] = await Promise.all([params, readQuery(searchParams), getSession()])
  const office = ownOffice(session, query)
  if (office === undefined) return { title: TITLE }
  const { zone, region } = office
  const found = await read({ zone, region, subject, period: query['period'] }).catch(() => null)
  if (found === null || found.form === null) return { title: TITLE }
  return { title: `填报 ${found.form.name} · ${periodLabel(found.key.period)}` }
}

/** One report on a page of its own: for corrections of past periods and for links from elsewhere. */
export default async function Page({ params, searchParams }: Props) {
  const [{ code: subject }, query] = await Promise.all([params, readQuery(searchParams)])
  const viewer = await getViewer(address(`/office/subject/${subject}`, query))
  const office = ownOffice(viewer, query)
  if (office === undefined) return <NoOffice />
  const { zone, region } = office
  const found = await read({ zone, region, subject, period: query['period'] })
  if (found === null) notFound()
  const { key, form, evidence } = found
  const list = address('/office', { period: key.period })
  return (
    <div className={s.alone}>
      <PageHead title={`${office.regionName}${TITLE}`} />
      {form === null ? (
        <Empty title="本单位没有这个事项在该报告期的填报责任，不能填报。">请回到“我的填报”，从清单中选择。</Empty>
      ) : (
        <FormPanel form={form} evidence={evidence} userId={viewer.user.id} list={list} previous={null} next={null} />
      )}
    </div>
  )
}
