import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlanImportInput } from '@lianxi/schema/views/plan-import'
import { ImportPage } from '@/features/plans/import-page'
import { hasRole } from '@/features/session/viewer'
import { inputOf, zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '导入规划' }

export default zonePage(
  ({ id }: { id: string }) => `/plans/import/${id}`,
  async ({ zone, params: { id }, viewer, api }) => {
    if (!hasRole(viewer, 'secretariat', 'coordinator')) notFound()
    const view = await api.plan.import(inputOf(PlanImportInput, { zone, id }))
    if (view === null) notFound()
    return <ImportPage view={view} />
  },
)
