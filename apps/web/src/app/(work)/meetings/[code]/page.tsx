import { notFound } from 'next/navigation'
import { MeetingInput } from '@lianxi/schema/views/meeting'
import { MeetingPage } from '@/features/meeting/meeting-page'
import { inputOf, zonePage } from '@/features/shell/zone-page'
import { zoneTitle } from '@/features/shell/zone-title'
import { serverCaller } from '@/server/caller'
import { once } from '@/server/once'

type Params = { code: string }

const read = once(async (asked: Params & { zone: string }) =>
  (await serverCaller()).meeting.one(inputOf(MeetingInput, asked)),
)

export const generateMetadata = zoneTitle<Params>('会议', async ({ zone, params: { code } }) => {
  const view = await read({ zone, code })
  return view?.meeting.title
})

export default zonePage(
  ({ code }: Params) => `/meetings/${code}`,
  async ({ zone, params: { code } }) => {
    const view = await read({ zone, code })
    if (view === null) notFound()
    return <MeetingPage view={view} />
  },
)
