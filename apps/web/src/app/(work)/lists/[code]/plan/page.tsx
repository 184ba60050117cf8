import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListPlanInput } from '@lianxi/schema/views/year-list'
import { inputOf, zonePage } from '@/features/shell/zone-page'
import { TakePage } from '@/features/year-list/take-page'
import { listPlanHref } from '@/features/year-list/words'

export const metadata: Metadata = { title: '从规划列入' }

export default zonePage(
  ({ code }: { code: string }) => listPlanHref(code),
  async ({ zone, params: { code }, query, api }) => {
    const { plan, field, region } = query
    const view = await api.yearList.plan(inputOf(ListPlanInput, { zone, list: code, plan, field, region }))
    if (view === null) notFound()
    return <TakePage view={view} query={query} />
  },
)
