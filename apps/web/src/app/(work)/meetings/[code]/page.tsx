import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MeetingInput } from '@lianxi/schema/views/meeting'
import { MeetingPage } from '@/features/meeting/meeting-page'
import { inputOf, zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '会议' }

export default zonePage(
  ({ code }: { code: string }) => `/meetings/${code}`,
  async ({ zone, params: { code }, api }) => {
    const view = await api.meeting.one(inputOf(MeetingInput, { zone, code }))
    if (view === null) notFound()
    return <MeetingPage view={view} />
  },
)
