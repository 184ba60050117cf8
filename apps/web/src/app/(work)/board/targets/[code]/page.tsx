import type { Metadata } from 'next'
import type { SearchParams } from '@/features/session/search'
import { OpenSubject } from '@/features/subject/open-subject'

export const metadata: Metadata = { title: '目标' }

export default function Page(props: { params: Promise<{ code: string }>; searchParams: SearchParams }) {
  return <OpenSubject kind="target" {...props} />
}
