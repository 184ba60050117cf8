import { notFound } from 'next/navigation'
import { PlanInput } from '@lianxi/schema/views/plan-import'
import { PlanPage } from '@/features/plans/plan-page'
import { inputOf, zonePage } from '@/features/shell/zone-page'
import { zoneTitle } from '@/features/shell/zone-title'
import { serverCaller } from '@/server/caller'
import { once } from '@/server/once'

type Params = { code: string }

const read = once(async ({ zone, code }: Params & { zone: string }) =>
  (await serverCaller()).plan.one(inputOf(PlanInput, { zone, plan: code })),
)

export const generateMetadata = zoneTitle<Params>('规划', async ({ zone, params: { code } }) => {
  const view = await read({ zone, code })
  return view?.plan.name
})

export default zonePage(
  ({ code }: Params) => `/plans/${code}`,
  async ({ zone, params: { code } }) => {
    const view = await read({ zone, code })
    if (view === null) notFound()
    return <PlanPage view={view} />
  },
)
