import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { OwnParkedId } from '@lianxi/schema/views/parked'
import { Message } from '@/features/parked/message'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, officeOf } from '@/features/session/viewer'
import { NoOffice } from '@/features/shell/no-zone'
import { PageHead } from '@/features/shell/page-head'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '未入库消息' }

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default async function Page({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, readQuery(searchParams)])
  const viewer = await getViewer(address(`/office/parked/${id}`, query))
  const office = officeOf(viewer, ['reporter', 'coordinator', 'approver'], query)
  if (office === undefined) return <NoOffice />
  const { zone, region } = office
  const input = OwnParkedId.safeParse({ zone, region, id })
  if (!input.success) notFound()
  const { message } = await (await serverCaller()).office.parked.message(input.data)
  if (message === null) notFound()
  return (
    <>
      <PageHead
        title={`未入库消息 ${id}`}
        note={
          <p>
            <Link href={address('/office/parked', { region: query['region'] })}>返回列表</Link>
          </p>
        }
      />
      <Message message={message} download={address(`/api/parked/${id}`, { zone, region })} />
    </>
  )
}
