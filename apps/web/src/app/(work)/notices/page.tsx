import type { Metadata } from 'next'
import { NoticePage } from '@/features/notice/notice-page'
import { getViewer } from '@/features/session/viewer'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '通知' }

export default async function Page() {
  await getViewer('/notices')
  return <NoticePage list={await (await serverCaller()).notice.list()} />
}
