import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlanInput } from '@lianxi/schema/views/plan-import'
import { PlanPage } from '@/features/plans/plan-page'
import { inputOf, zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '规划' }

export default zonePage(
  ({ code }: { code: string }) => `/plans/${code}`,
  async ({ zone, params: { code }, api }) => {
    const view = await api.plan.one(inputOf(PlanInput, { zone, plan: code }))
    if (view === null) notFound()
    return <PlanPage view={view} />
  },
)
