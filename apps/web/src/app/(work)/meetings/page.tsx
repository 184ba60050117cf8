import type { Metadata } from 'next'
import { MeetingsPage } from '@/features/meeting/meetings-page'
import { zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '会议' }

export default zonePage('/meetings', async ({ zone, api }) => <MeetingsPage all={await api.meeting.all({ zone })} />)
