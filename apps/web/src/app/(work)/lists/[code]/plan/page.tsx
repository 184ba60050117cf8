import { notFound } from 'next/navigation'
import { ListPlanInput } from '@lianxi/schema/views/year-list'
import { inputOf, zonePage } from '@/features/shell/zone-page'
import { zoneTitle } from '@/features/shell/zone-title'
import type { Query } from '@/features/session/search'
import { TakePage } from '@/features/year-list/take-page'
import { listPlanHref } from '@/features/year-list/words'
import { serverCaller } from '@/server/caller'
import { once } from '@/server/once'

type Params = { code: string }

const read = once(async ({ zone, code, query: { plan, field, region } }: Params & { zone: string; query: Query }) =>
  (await serverCaller()).yearList.plan(inputOf(ListPlanInput, { zone, list: code, plan, field, region })),
)

export const generateMetadata = zoneTitle<Params>('从规划列入', async ({ zone, params: { code }, query }) => {
  const view = await read({ zone, code, query })
  return view && `从规划列入 · ${view.list.name}`
})

export default zonePage(
  ({ code }: Params) => listPlanHref(code),
  async ({ zone, params: { code }, query }) => {
    const view = await read({ zone, code, query })
    if (view === null) notFound()
    return <TakePage view={view} query={query} />
  },
)
