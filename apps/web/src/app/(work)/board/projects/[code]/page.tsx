import type { Metadata } from 'next'
import type { SearchParams } from '@/features/session/search'
import { OpenSubject } from '@/features/subject/open-subject'

export const metadata: Metadata = { title: '项目' }

export default function Page(props: { params: Promise<{ code: string }>; searchParams: SearchParams }) {
  return <OpenSubject kind="project" {...props} />
}
