import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { QueueInput } from '@lianxi/schema/views/office'
import { Freshness } from '@/features/live/freshness'
import { ReviewQueue } from '@/features/review/review-queue'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, officeOf } from '@/features/session/viewer'
import { NoOffice } from '@/features/shell/no-zone'
import { Empty, PageHead } from '@/features/shell/page-head'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '审核' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/review', query))
  const office = officeOf(viewer, ['approver', 'coordinator'], query)
  if (office === undefined) return <NoOffice />
  const input = QueueInput.safeParse({ zone: office.zone, region: office.region, period: query['period'] })
  if (!input.success) notFound()
  const queue = await (await serverCaller()).review.queue(input.data)
  return (
    <>
      <PageHead
        title={`${queue.region.name}待审核 ${queue.rows.length} 条`}
        note={<Freshness zone={office.zone} stream={queue.stream} />}
      />
      <ReviewQueue zone={office.zone} region={office.region} rows={queue.rows} userId={viewer.user.id} />
      {queue.rows.length === 0 ? (
        <Empty title="没有待审核的填报。">填报人提交后会列在这里；审核通过后即报送并进入总览。</Empty>
      ) : null}
    </>
  )
}
