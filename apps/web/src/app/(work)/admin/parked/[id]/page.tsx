import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ParkedId } from '@lianxi/schema/views/parked'
import { CommandProgress } from '@/features/parked/command-progress'
import { Deeds } from '@/features/parked/deeds'
import { Message } from '@/features/parked/message'
import { PARKED } from '@/features/parked/words'
import { getViewer, hasRole } from '@/features/session/viewer'
import { PageHead } from '@/features/shell/page-head'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '待处理消息' }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const input = ParkedId.safeParse(await params)
  if (!input.success) notFound()
  const { id } = input.data
  const viewer = await getViewer(`${PARKED}/${id}`)
  if (!hasRole(viewer, 'admin')) notFound()
  const api = await serverCaller()
  const [{ message }, progress] = await Promise.all([api.admin.parked.message({ id }), api.admin.parked.progress()])
  if (message === null) notFound()
  const { state } = message.row
  return (
    <>
      <PageHead
        title={`待处理消息 ${id}`}
        note={
          <p>
            <Link href={PARKED}>返回列表</Link>
          </p>
        }
      />
      <CommandProgress commands={progress.commands} open={progress.open} />
      <Deeds key={state} state={state} selection={{ ids: [id] }} count={1} />
      <Message message={message} download={`/api/parked/${id}`} />
    </>
  )
}
